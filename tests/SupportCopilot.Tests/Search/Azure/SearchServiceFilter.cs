using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SupportCopilot.Tests.Search.Azure;

/// <summary>The part of the service's filter language that the product speaks; anything else is refused, as are unknown fields.</summary>
internal sealed partial class SearchServiceFilter
{
    private readonly List<string> _tokens;
    private readonly Func<string, bool> _isFilterable;
    private int _at;

    private SearchServiceFilter(string filter, Func<string, bool> isFilterable)
    {
        _isFilterable = isFilterable;
        _tokens = [.. Token().Matches(filter).Select(match => match.Value.Trim())];
        if (string.Concat(_tokens).Length != filter.Count(c => c != ' ') + filter.Split('\'').Where((_, i) => i % 2 == 1).Sum(text => text.Count(c => c == ' ')))
            throw new FormatException($"Invalid expression: {filter}");
    }

    /// <exception cref="FormatException">It is no filter, or names a field that is none or cannot be filtered.</exception>
    public static Func<JsonObject, bool> Read(string filter, Func<string, bool> isFilterable)
    {
        var reader = new SearchServiceFilter(filter, isFilterable);
        var read = reader.Or();
        return reader._at == reader._tokens.Count ? read : throw new FormatException($"Invalid expression at {reader._tokens[reader._at]}");
    }

    private Func<JsonObject, bool> Or()
    {
        var left = And();
        while (Takes("or"))
        {
            var (one, other) = (left, And());
            left = document => one(document) || other(document);
        }
        return left;
    }

    private Func<JsonObject, bool> And()
    {
        var left = Term();
        while (Takes("and"))
        {
            var (one, other) = (left, Term());
            left = document => one(document) && other(document);
        }
        return left;
    }

    private Func<JsonObject, bool> Term()
    {
        if (Takes("("))
        {
            var inner = Or();
            return Takes(")") ? inner : throw new FormatException("A bracket is not closed.");
        }
        var (field, op, literal) = (Next(), Next(), Next());
        if (!_isFilterable(field)) throw new FormatException($"{field} is no filterable field.");
        return document => Holds(document[field], op, literal);
    }

    private static bool Holds(JsonNode? value, string op, string literal)
    {
        if (literal is "true" or "false") return (value?.GetValue<bool>() == (literal == "true")) == (op == "eq");
        if (value is null) return op == "ne";
        var order = literal[0] == '\''
            ? string.CompareOrdinal(value.GetValue<string>(), literal[1..^1].Replace("''", "'", StringComparison.Ordinal))
            : value.GetValue<long>().CompareTo(long.Parse(literal, CultureInfo.InvariantCulture));
        return op switch { "eq" => order == 0, "ne" => order != 0, "lt" => order < 0, "gt" => order > 0, "le" => order <= 0, "ge" => order >= 0, _ => throw new FormatException($"{op} is no operator.") };
    }

    private bool Takes(string token)
    {
        if (_at >= _tokens.Count || _tokens[_at] != token) return false;
        _at++;
        return true;
    }

    private string Next() => _at < _tokens.Count ? _tokens[_at++] : throw new FormatException("The filter ends too soon.");

    [GeneratedRegex(@"\G\s*(?:'(?:[^']|'')*'|[()]|[A-Za-z_]\w*|-?\d+)")]
    private static partial Regex Token();
}
