using SupportCopilot.Models.Redaction.Placeholders;

namespace SupportCopilot.Models.Redaction;

/// <summary>Puts back what was hidden into an answer that comes piece by piece: a placeholder may be cut anywhere, so the end of a piece waits until it is clear.</summary>
public sealed class RestoringStream
{
    private readonly HiddenValues _hidden;
    private string _waiting = "";

    internal RestoringStream(HiddenValues hidden) => _hidden = hidden;

    /// <summary>Takes a piece; gives what can be shown so far.</summary>
    public string Next(string piece)
    {
        var text = _waiting + piece;
        var clear = text.Length;
        if (text.LastIndexOf('[') is >= 0 and var open && text.Length - open < PlaceholderShape.Longest && text.IndexOf(']', open) < 0) clear = open;
        if (clear > 0 && text[clear - 1] == '\\') clear--;
        _waiting = text[clear..];
        return _hidden.Restore(text[..clear]);
    }

    /// <summary>The answer is at its end: gives what waited.</summary>
    public string End()
    {
        var rest = _hidden.Restore(_waiting);
        _waiting = "";
        return rest;
    }
}
