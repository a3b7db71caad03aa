using SupportCopilot.Access.Conversations;

namespace SupportCopilot.Reports;

/// <summary>A week in figures, as it is posted.</summary>
/// <param name="Title">Whose week.</param>
/// <param name="Days">The first and last day counted in, as <c>2026-03-09 – 2026-03-15</c>.</param>
/// <param name="TimeZone">The zone of those days, by IANA name.</param>
public sealed record DigestPost(string Title, string Days, string TimeZone) : IPost
{
    /// <summary>The week in a sentence or two, to stand above the figures.</summary>
    public string Text { get; init; } = "";

    /// <summary>Volume, backlog, first reply, resolution, SLA, CSAT.</summary>
    public IReadOnlyList<DigestFigure> Figures { get; init; } = [];

    /// <summary>What rose and fell most against the week before, by more than chance explains.</summary>
    public IReadOnlyList<DigestMover> Movers { get; init; } = [];

    /// <summary>Clusters that grew most.</summary>
    public IReadOnlyList<DigestCluster> Clusters { get; init; } = [];
}

/// <summary>One figure beside that of the week before.</summary>
/// <param name="Name">What it is, in words.</param>
/// <param name="Value">This week; null where there is nothing to average.</param>
/// <param name="Before">The week before.</param>
/// <param name="Unit">tickets, minutes, hours or share.</param>
/// <param name="Question">The question that gives it, to be asked for its tickets.</param>
public sealed record DigestFigure(string Name, double? Value, double? Before, string Unit, string Question)
{
    /// <summary>How many tickets it is made of.</summary>
    public int Tickets { get; init; }

    /// <summary>That it is made of few tickets only; null where it is not.</summary>
    public string? Note { get; init; }
}

/// <summary>Something that moved.</summary>
/// <param name="Dimension">category, product, tag, …</param>
/// <param name="Value">Which.</param>
/// <param name="Tickets">This week.</param>
/// <param name="Before">The week before.</param>
public sealed record DigestMover(string Dimension, string Value, int Tickets, int Before)
{
    /// <summary>How probable such a difference is by chance alone, 0–1.</summary>
    public double PValue { get; init; }

    /// <summary>The same in words.</summary>
    public string Note { get; init; } = "";

    /// <summary>The question that gives this week's count.</summary>
    public string Question { get; init; } = "";
}

/// <summary>A cluster that grew.</summary>
/// <param name="Id">Our own number.</param>
/// <param name="Name">Its name.</param>
/// <param name="Size">All its tickets.</param>
/// <param name="NewThisWeek">Those of the week.</param>
public sealed record DigestCluster(long Id, string Name, int Size, int NewThisWeek)
{
    /// <summary>Those of the week before.</summary>
    public int NewTheWeekBefore { get; init; }
}
