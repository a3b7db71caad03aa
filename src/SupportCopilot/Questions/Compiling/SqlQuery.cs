namespace SupportCopilot.Questions.Compiling;

/// <summary>A compiled statement with its values, whose names are @p0, @p1, … in their order.</summary>
internal sealed record SqlQuery(string Text, IReadOnlyList<object> Values);

/// <summary>Collects the values of a statement while its text is put together: no value ever stands in the text.</summary>
internal sealed class SqlValues
{
    private readonly List<object> _values = [];

    public IReadOnlyList<object> All => _values;

    /// <summary>Adds a value and gives the name to write in its place.</summary>
    public string Add(object value)
    {
        _values.Add(value);
        return $"@p{_values.Count - 1}";
    }

    /// <summary>Adds several and gives them as a list in brackets; there must be one at least.</summary>
    public string AddList<T>(IEnumerable<T> values) where T : notnull => $"({string.Join(", ", values.Select(value => Add(value)))})";
}
