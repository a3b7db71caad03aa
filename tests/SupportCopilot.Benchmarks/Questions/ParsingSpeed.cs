using System.Diagnostics;
using NodaTime;
using SupportCopilot.Questions.Dates;
using SupportCopilot.Questions.Parsing;
using SupportCopilot.Questions.Planning;
using SupportCopilot.Questions.Values;

namespace SupportCopilot.Benchmarks.Questions;

/// <summary>What reading a question costs, without running it: time and allocated bytes, over the values of a small desk.</summary>
internal static class ParsingSpeed
{
    private const int Rounds = 20;

    public static void Run()
    {
        var values = new ValueIndex([
            .. MillionTickets.Categories.Select(v => new KnownValue("category", v, [v])), .. MillionTickets.Priorities.Select(v => new KnownValue("priority", v, [v])),
            .. MillionTickets.Channels.Select(v => new KnownValue("channel", v, [v])), .. MillionTickets.Tags.Select(v => new KnownValue("tag", v, [v])),
            .. MillionTickets.Groups.Select(v => new KnownValue("group", v, [v])), .. MillionTickets.Products.Select(v => new KnownValue("product", v, [v])),
            .. Enumerable.Range(0, 5_000).Select(i => new KnownValue("requester", $"Person {i}", [$"Person {i}"]))]);
        var context = new PlanContext(new DateContext(Instant.FromDateTimeUtc(MillionTickets.AsOf), DateTimeZoneProviders.Tzdb[MillionTickets.Zone]), false);
        foreach (var (_, text) in QuestionMix.All) ReadQuestion.Of(text, values, context);
        var (times, bytes) = (new List<double>(), new List<long>());
        for (var round = 0; round < Rounds; round++)
            foreach (var (_, text) in QuestionMix.All)
            {
                var (before, clock) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.StartNew());
                ReadQuestion.Of(text, values, context);
                times.Add(clock.Elapsed.TotalMilliseconds);
                bytes.Add(GC.GetAllocatedBytesForCurrentThread() - before);
            }
        Console.WriteLine($"parsing alone: p50 {QuestionSpeed.At([.. times.Order()], .5):0.00} ms, p95 {QuestionSpeed.At([.. times.Order()], .95):0.00} ms; allocated p50 {bytes.Order().ElementAt(bytes.Count / 2) / 1024:N0} KB, p95 {bytes.Order().ElementAt((int)(bytes.Count * .95)) / 1024:N0} KB");
    }
}
