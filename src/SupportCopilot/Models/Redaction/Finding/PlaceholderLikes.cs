using SupportCopilot.Models.Redaction.Placeholders;

namespace SupportCopilot.Models.Redaction.Finding;

/// <summary>Finds what looks like a placeholder of ours and was written by somebody.</summary>
internal static class PlaceholderLikes
{
    public static void Find(string text, List<Find> finds)
    {
        for (var at = PlaceholderShape.Next(text, 0); at is { } found; at = PlaceholderShape.Next(text, found.End))
            finds.Add(new(found.Start, found.End, PersonalKind.Text));
    }
}
