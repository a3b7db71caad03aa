using System.Text.Json;
using SupportCopilot.Tickets;

namespace SupportCopilot.Evaluations;

/// <summary>Reads sets of cases, the product's own or a file, and says what is wrong with one before anything is asked.</summary>
public static class ReadSets
{
    /// <summary>The tasks, each of which has a set of the product's own.</summary>
    public static IReadOnlyList<string> Tasks { get; } = ["triage", "replies", "questions", "summaries"];

    /// <summary>A set of the product's own.</summary>
    /// <param name="task">One of <see cref="Tasks"/>.</param>
    public static EvaluationSet Own(string task)
    {
        using var stream = typeof(ReadSets).Assembly.GetManifestResourceStream($"Evaluations.{task}") ?? throw new InvalidOperationException($"The set {task} is not embedded.");
        return JsonSerializer.Deserialize(stream, EvaluationSetJson.Default.EvaluationSet)! with { IsOwn = true };
    }

    /// <summary>Whether a set is the product's own, which is the same everywhere and is judged by nothing that a tenant taught.</summary>
    public static bool IsOwn(EvaluationSet set) => set.IsOwn;

    /// <summary>Reads a file.</summary>
    /// <returns>The set, or what is wrong with it in words for whoever wrote it.</returns>
    public static async Task<(EvaluationSet? Set, string? Problem)> FromAsync(string path, CancellationToken ct)
    {
        if (!File.Exists(path)) return (null, $"There is no file {path}.");
        try
        {
            await using var stream = File.OpenRead(path);
            var set = (await JsonSerializer.DeserializeAsync(stream, EvaluationSetJson.Default.EvaluationSet, ct))!;
            return ProblemOf(set) is { } problem ? (null, $"{path}: {problem}") : (set, null);
        }
        catch (JsonException wrong)
        {
            return (null, $"{path}, line {(wrong.LineNumber ?? 0) + 1}: this is no set of cases ({wrong.Path ?? "$"}).");
        }
    }

    private static string? ProblemOf(EvaluationSet set)
    {
        if (!Tasks.Contains(set.Task)) return $"\"task\" is one of {string.Join(", ", Tasks)}.";
        if (set.Cases.Count == 0) return "there are no cases.";
        if (set.Cases.GroupBy(one => one.Id).FirstOrDefault(same => same.Count() > 1) is { } twice) return $"two cases are called {twice.Key}.";
        if (set.Floors.FirstOrDefault(floor => floor.Value is not (>= 0 and <= 1)) is { Key: not null } floor) return $"the floor of {floor.Key} is not from 0 to 1.";
        if (set.Floors.Keys.FirstOrDefault(name => !FigureNames.Of(set.Task).Contains(name)) is { } unknown) return $"{unknown} is no figure of {set.Task}; there are {string.Join(", ", FigureNames.Of(set.Task))}.";
        return set.Cases.Select(one => ProblemOf(set, one) is { } problem ? $"case {one.Id}: {problem}" : null).FirstOrDefault(problem => problem is not null);
    }

    private static string? ProblemOf(EvaluationSet set, EvaluationCase one) => set.Task switch
    {
        _ when one.Text is null && one.Thread is null => "it has neither \"text\" nor \"thread\".",
        "triage" when one.Labels.Count == 0 => "it has no \"labels\".",
        "triage" when one.Labels.Keys.FirstOrDefault(name => TriageFields.Parse(name) is null) is { } field => $"{field} is no field; there are {string.Join(", ", TriageFields.Each.Select(each => each.Name()))}.",
        "replies" when set.Articles is { } articles && one.Articles.FirstOrDefault(id => articles.All(article => article.Id != id)) is { } missing => $"there is no article {missing}.",
        "questions" when one.Rows is { ValueKind: not JsonValueKind.Array } => "\"rows\" is a list of lists, or left out where no figure may be given.",
        "summaries" when one.Thread is null => "it has no \"thread\".",
        _ => null,
    };
}
