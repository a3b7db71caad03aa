namespace SupportCopilot.Models.Redaction.Finding;

/// <summary>Where something stands in a text: from <paramref name="Start"/> up to, not including, <paramref name="End"/>.</summary>
internal readonly record struct Find(int Start, int End, PersonalKind Kind)
{
    public int Length => End - Start;
}
