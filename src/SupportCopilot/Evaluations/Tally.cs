namespace SupportCopilot.Evaluations;

/// <summary>Counts figures while cases are gone through.</summary>
internal sealed class Tally
{
    private readonly Dictionary<string, (int Right, int Of)> _counts = [];
    private readonly List<MissedCase> _missed = [];

    /// <summary>Cases that went wrong, with why.</summary>
    public IReadOnlyList<MissedCase> Missed => _missed;

    /// <summary>Counts one.</summary>
    public void Count(string figure, bool isRight)
    {
        var (right, of) = _counts.GetValueOrDefault(figure);
        _counts[figure] = (right + (isRight ? 1 : 0), of + 1);
    }

    public void Miss(EvaluationCase one, string why) => _missed.Add(new MissedCase(one.Id, why));

    /// <summary>The figures in the order of their task's table; those that nothing was counted for are left out.</summary>
    public IReadOnlyList<EvaluationFigure> Figures(string task, IReadOnlyDictionary<string, double> floors) =>
        [.. FigureNames.Of(task).Where(_counts.ContainsKey).Select(name => new EvaluationFigure(name, _counts[name].Right, _counts[name].Of, floors.TryGetValue(name, out var floor) ? floor : null))];
}
