using SupportCopilot.Questions.Parsing;
using SupportCopilot.Questions.Parsing.Words;
using SupportCopilot.Questions.Planning;
using SupportCopilot.Questions.Values;

namespace SupportCopilot.Questions.FollowUps;

/// <summary>What a message was read as, as one that carries on.</summary>
/// <param name="Read">Its readings, unplaced words or problem.</param>
/// <param name="Stance">Whether its words need what was said before.</param>
internal sealed record FollowUpRead(ReadResult Read, Stance Stance)
{
    /// <summary>Whether words of it lean openly on what was said before, and it is no whole question besides.</summary>
    public bool NeedsPlan { get; init; }

    /// <summary>Whether the tickets behind the figure are asked for.</summary>
    public bool WantsList { get; init; }
}

/// <summary>Reads a message as a follow-up: the same chart with the words that lean on what was said before, each cover merged into the plan before.</summary>
internal static class ReadFollowUp
{
    private const double OddMargin = 4;

    /// <param name="text">The message.</param>
    /// <param name="before">The plan before; null finds out only whether the message would need one.</param>
    /// <param name="values">The values in sight.</param>
    /// <param name="context">What plans are made for.</param>
    public static FollowUpRead Of(string text, Plan? before, ValueIndex values, PlanContext context)
    {
        var words = WordReader.Read(text);
        var chart = ReadQuestion.ChartOf(words, values, context);
        FollowUpRules.Apply(chart, before);
        if (chart.IsFull) return new FollowUpRead(new ReadResult([], [], ReadQuestion.TooMuch), Stance.Stands);
        var covers = Covers.Of(chart);
        if (covers.Count == 0) return new FollowUpRead(new ReadResult([], [], ""), Stance.Stands);
        var first = words.FirstOrDefault(word => !word.IsMark).Text ?? "";
        var placed = covers.Where(cover => !cover.Unplaced.Any() && !cover.Edges.Any(edge => IsCueLeftOut(chart, edge))).ToList();
        if (placed.Exists(HasOthers)) placed.RemoveAll(cover => !HasOthers(cover));   // «the others» are no value of that name
        if (placed.Exists(BeginsWithCue)) placed.RemoveAll(cover => !BeginsWithCue(cover));   // «what about the month before» asks nothing about a month
        if (placed.Count == 0) return new FollowUpRead(new ReadResult([], ReadQuestion.Unplaced(chart, covers[0]), null), new Fragment(covers[0], first).Stance);

        var fragments = placed.TakeWhile(cover => cover.Cost < placed[0].Cost + OddMargin).Select(cover => new Fragment(cover, first)).ToList();
        if (fragments.Exists(fragment => fragment.AsksNumber)) fragments.RemoveAll(fragment => !fragment.AsksNumber);   // «how many tickets is that?» asks for none anew
        if (fragments[0].HasPerson) fragments.RemoveAll(fragment => !fragment.HasPerson);
        if (fragments[0].HasSureThose) fragments.RemoveAll(fragment => !fragment.HasSureThose && !fragment.WantsList);   // «their» is not nothing
        var likeliest = fragments.FirstOrDefault(fragment => fragment.SaysSomething) ?? fragments[0];
        var found = new FollowUpRead(new ReadResult([], [], ""), likeliest.Stance) { NeedsPlan = likeliest.NeedsPlan && !IsWholeQuestion(chart, likeliest), WantsList = OnlyList(likeliest) };
        return before is null || found.WantsList ? found : found with { Read = Merge(before, fragments, context) };
    }

    /// <summary>Whether a cue was taken for a word without content: «also» says what is to be kept.</summary>
    private static bool IsCueLeftOut(Chart chart, Edge edge) =>
        edge.Part is FillerPart { Kind: FillerKind.Plain } && chart.From(edge.Start).Any(other => other.Part is CarryOnPart && other.End == edge.End);

    private static bool HasOthers(Cover cover) => cover.Edges.Any(edge => edge.Part is OthersPart);

    private static bool BeginsWithCue(Cover cover) =>
        cover.Edges.FirstOrDefault(edge => edge.Part is not FillerPart { Kind: FillerKind.And or FillerKind.Mark }) is { Part: CarryOnPart { Way: CarryOn.Replace }, End: var end, Start: var start } && end - start > 1;

    private static ReadResult Merge(Plan before, List<Fragment> fragments, PlanContext context)
    {
        var merge = new MergePlan(context);
        var made = fragments.SelectMany(fragment => merge.Run(before, fragment)).ToList();
        var readings = made.Where(merged => merged.Problem is null)
            .Select(merged => new Reading(merged.Plan, merged.Cost) { Period = merged.Period, IsPartial = merged.IsPartial, CountsHolidays = merged.CountsHolidays, WantsMean = merged.WantsMean, Follows = before })
            .GroupBy(reading => ReadQuestion.Key(reading.Plan)).Select(same => same.MinBy(reading => reading.Cost)!)
            .OrderBy(reading => reading.Cost).ToList();
        return readings.Count > 0
            ? new ReadResult([.. readings.TakeWhile(reading => reading.Cost < readings[0].Cost + OddMargin)], [], null)
            : new ReadResult([], [], made.Select(merged => merged.Problem).FirstOrDefault(problem => !string.IsNullOrEmpty(problem)) ?? "");
    }

    /// <summary>Whether a figure is named, and what to take it over: whatever leans in such words, they need no question before.</summary>
    private static bool IsWholeQuestion(Chart chart, Fragment fragment) =>
        fragment.IsComplete || (fragment.NamesPeriod || fragment.NamesSplit) && Enumerable.Range(0, chart.Words.Count).Any(at => chart.Of<MeasurePart>(at).Count > 0);

    /// <summary>«show me those tickets» and nothing else.</summary>
    private static bool OnlyList(Fragment fragment) =>
        fragment.WantsList && fragment.Words.Parts.All(part => part is FillerPart or ListPart or ThosePart or CarryOnPart);
}
