using System.Globalization;
using System.Text;

namespace SupportCopilot.Models.Redaction.Placeholders;

/// <summary>Which placeholder stands for what, in one request.</summary>
internal sealed class HiddenValues
{
    /// <summary>Stands where a credential stood. It has no number, for it is never put back.</summary>
    public const string Removed = "[SECRET]";

    private readonly Dictionary<(PersonalKind Kind, string Value), string> _placeholders = [];
    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, int> Counts => _counts;

    public string PlaceholderOf(PersonalKind kind, string value)
    {
        if (_placeholders.TryGetValue((kind, value), out var known)) return known;

        var name = kind.ToString();
        var number = _counts[name.ToLowerInvariant()] = _counts.GetValueOrDefault(name.ToLowerInvariant()) + 1;
        var placeholder = kind == PersonalKind.Secret
            ? Removed
            : string.Create(CultureInfo.InvariantCulture, $"[{name.ToUpperInvariant()}_{number}]");
        if (kind != PersonalKind.Secret) _values[placeholder] = value;
        return _placeholders[(kind, value)] = placeholder;
    }

    /// <summary>In one pass: what is put back is not looked at again, so that no value can bring another one in.</summary>
    public string Restore(string text)
    {
        if (_values.Count == 0) return text;

        StringBuilder? restored = null;
        var done = 0;
        for (var at = PlaceholderShape.Next(text, 0); at is { } found; at = PlaceholderShape.Next(text, found.End))
        {
            if (!_values.TryGetValue(found.Plain(text), out var value)) continue;
            restored ??= new StringBuilder(text.Length);
            restored.Append(text, done, found.Start - done).Append(value);
            done = found.End;
        }
        return restored is null ? text : restored.Append(text, done, text.Length - done).ToString();
    }
}
