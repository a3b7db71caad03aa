using System.Text;
using SupportCopilot.Models.Redaction.Finding;
using SupportCopilot.Models.Redaction.Placeholders;

namespace SupportCopilot.Models.Redaction;

/// <summary>
/// Hides personal data before one request to a model and puts it back into the answer. The same value has the same
/// placeholder throughout the request, and the same texts in the same order have the same placeholders, so that answers
/// can be kept by what was really asked. Credentials are taken out for good. It holds what it hid in memory alone: make
/// one for each request and let go of it; not for several threads at once.
/// </summary>
public sealed class RequestRedaction
{
    private readonly HiddenValues _hidden = new();
    private readonly KnownNames _known;

    internal RequestRedaction(KnownNames known) => _known = known;

    /// <summary>How much was hidden, by kind (<c>person</c>, <c>email</c>, …): figures alone.</summary>
    public IReadOnlyDictionary<string, int> Counts => _hidden.Counts;

    /// <summary>Hides what is personal in a text.</summary>
    public string Hide(string text)
    {
        var finds = FindPersonalData.In(text, _known);
        if (finds.Count == 0) return text;

        var hidden = new StringBuilder(text.Length);
        var done = 0;
        foreach (var find in finds)
        {
            hidden.Append(text, done, find.Start - done).Append(_hidden.PlaceholderOf(find.Kind, text[find.Start..find.End]));
            done = find.End;
        }
        return hidden.Append(text, done, text.Length - done).ToString();
    }

    /// <summary>Hides what is personal in the values of a JSON text; names of properties, numbers and the order stay.</summary>
    public string HideJson(string json) => JsonTexts.Changed(json, Hide);

    /// <summary>Puts back into a text what was hidden. What merely looks like a placeholder is left as it is.</summary>
    public string Restore(string answer) => _hidden.Restore(answer);

    /// <summary>Puts back into the values of a JSON text what was hidden, with the escapes that JSON wants.</summary>
    public string RestoreJson(string json) => JsonTexts.Changed(json, Restore);

    /// <summary>Puts back what was hidden into an answer that comes piece by piece.</summary>
    public RestoringStream Restoring() => new(_hidden);
}
