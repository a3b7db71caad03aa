using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Questions.Compiling;

namespace SupportCopilot.Questions.Segments;

/// <summary>
/// The columns of segments: number and tags of a ticket, its clocks, and whatever else the catalogue computes of a ticket's
/// row alone. What a measure needs is a column too, of ones and zeros, so that nothing here knows what a measure means.
/// </summary>
internal static class SegmentFields
{
    public const int Id = 0;
    public const int Tags = 1;
    private const int FirstComputed = 2;

    /// <summary>The expressions over the alias t of the columns from the third on.</summary>
    public static IReadOnlyList<string> Computed { get; } = Expressions();

    private static readonly Dictionary<string, int> ByExpression = Computed.Select((sql, i) => (sql, i)).ToDictionary(pair => pair.sql, pair => pair.i + FirstComputed);

    /// <summary>The first 64 bits of the SHA-256 of all of it: segments of other columns are made anew.</summary>
    public static long Shape { get; } = BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes("1\n" + string.Join('\n', Computed))));

    /// <summary>The column of an expression as the catalogue has it; null where there is none.</summary>
    public static int? Find(string expression) => ByExpression.TryGetValue(expression, out var field) ? field : null;

    /// <summary>The column of a dimension; empty texts are none in it.</summary>
    public static int? Of(Dimension dimension) => Find(Column(dimension));

    /// <summary>The column that says whether a condition of the catalogue holds.</summary>
    public static int? OfCondition(string condition) => Find(Flag(condition));

    public static int Count => FirstComputed + Computed.Count;

    private static string[] Expressions() =>
    [
        .. new[] { Clocks.Created, Clocks.Solved, Clocks.Updated }.Select(Clocks.Column)
            .Concat(Catalog.Dimensions.Where(dimension => dimension.Kind is DimensionKind.Text or DimensionKind.Agent or DimensionKind.Group or DimensionKind.Organization or DimensionKind.Requester or DimensionKind.Number).Select(Column))
            .Concat(Catalog.Measures.Select(measure => measure.Column).OfType<string>())
            .Concat(Catalog.Measures.Select(measure => measure.Needs).OfType<string>().Select(Flag))
            .Where(IsOfTheRowAlone).Distinct(),
    ];

    private static string Column(Dimension dimension) => dimension.Kind is DimensionKind.Text ? $"NULLIF({dimension.Column}, '')" : dimension.Column;

    private static string Flag(string condition) => $"CASE WHEN {condition} THEN 1 ELSE 0 END";

    private static bool IsOfTheRowAlone(string sql) => sql.Contains("t.", StringComparison.Ordinal) && !sql.Contains("SELECT", StringComparison.OrdinalIgnoreCase) && !sql.Contains(Catalog.At, StringComparison.Ordinal);
}
