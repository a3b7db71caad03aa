using System.Text.Json.Serialization;

namespace SupportCopilot.Evaluations;

/// <summary>What came of a set.</summary>
/// <param name="Set">What the set is called.</param>
/// <param name="Task">Its task.</param>
/// <param name="Model">The server that was asked, or none.</param>
/// <param name="At">When (UTC).</param>
/// <param name="Cases">How many cases it has.</param>
/// <param name="Figures">The figures.</param>
/// <param name="Calls">Questions to the server.</param>
/// <param name="InputTokens">Tokens asked.</param>
/// <param name="OutputTokens">Tokens answered.</param>
/// <param name="CostUsd">US dollars.</param>
/// <param name="Seconds">How long its cases took.</param>
/// <param name="Missed">Cases that went wrong.</param>
public sealed record EvaluationRun(
    string Set, string Task, string Model, DateTime At, int Cases, IReadOnlyList<EvaluationFigure> Figures, int Calls, long InputTokens, long OutputTokens, decimal CostUsd, double Seconds, IReadOnlyList<MissedCase> Missed)
{
    /// <summary>The last run of the same set with the same model; null where there was none.</summary>
    public EvaluationBefore? Before { get; init; }

    /// <summary>The figures below their floors.</summary>
    public IEnumerable<EvaluationFigure> Fallen => Figures.Where(figure => figure.IsBelow);
}

/// <summary>A figure: <see cref="FigureNames"/> says what each is.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Right">How many were right.</param>
/// <param name="Of">Of how many.</param>
/// <param name="Floor">The least that will do; null where none is set.</param>
public sealed record EvaluationFigure(string Name, int Right, int Of, double? Floor)
{
    /// <summary>The share, from 0 to 1.</summary>
    public double Share => (double)Right / Of;

    /// <summary>Whether it is below its floor.</summary>
    public bool IsBelow => Share < Floor;
}

/// <summary>A run before.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="Figures">Its figures.</param>
/// <param name="CostUsd">US dollars.</param>
/// <param name="Seconds">How long it took.</param>
public sealed record EvaluationBefore(DateTime At, IReadOnlyDictionary<string, double> Figures, decimal CostUsd, double Seconds);

/// <summary>A case that went wrong.</summary>
/// <param name="Case">The case.</param>
/// <param name="Why">What was wrong.</param>
public sealed record MissedCase(string Case, string Why);

/// <summary>How runs are written as JSON.</summary>
[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web, WriteIndented = true)]
[JsonSerializable(typeof(IReadOnlyList<EvaluationRun>))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, double>))]
[JsonSerializable(typeof(Dictionary<string, double>))]
public sealed partial class EvaluationJson : JsonSerializerContext;
