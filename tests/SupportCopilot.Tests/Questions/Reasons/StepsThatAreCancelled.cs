using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Questions.Background;
using SupportCopilot.Questions.Planning;
using SupportCopilot.Questions.Reasons.Asking;

namespace SupportCopilot.Tests.Questions.Reasons;

/// <summary>Work in the background ends at whatever step its asker stops it, and tells of each step before.</summary>
public sealed class StepsThatAreCancelled(WhyDesk desk) : IClassFixture<WhyDesk>
{
    [Theory]
    [InlineData("Reasons", "reading")]
    [InlineData("Reasons", "finding themes")]
    [InlineData("Reasons", "choosing quotes")]
    [InlineData("Change", "splitting by")]
    [InlineData("Change", "finding themes")]
    [InlineData("Change", "reading")]
    [InlineData("Change", "choosing quotes")]
    [InlineData("Quotes", "reading")]
    [InlineData("Quotes", "choosing quotes")]
    public async Task End_there(string kind, string step)
    {
        using var stop = new CancellationTokenSource();
        var told = new StopAt(step, stop);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunAsync(Enum.Parse<WhyKind>(kind), told, stop.Token));

        Assert.StartsWith(step, told.Doing);   // and no step after it was begun
    }

    [Fact]
    public async Task Tell_how_far_they_are_and_never_less()
    {
        var told = new StopAt("never", new CancellationTokenSource());

        await RunAsync(WhyKind.Reasons, told, CancellationToken.None);

        Assert.True(told.Shares.Count >= 3 && told.Shares.SequenceEqual(told.Shares.Order()), string.Join(", ", told.Shares.Select(share => share.ToString(CultureInfo.InvariantCulture))));
    }

    private Task<bool> RunAsync(WhyKind kind, StopAt told, CancellationToken ct) => desk.InsideAsync(async services =>
    {
        var ask = new WhyAsk(kind, new Plan([new PlanMeasure("tickets", "created")])
        {
            From = Utc(3),
            To = Utc(4),
            Days = "2026-03-01 – 2026-03-31",
            TimeZone = "Etc/UTC",
            Compare = kind is WhyKind.Change ? "previousPeriod" : null,
            Before = kind is WhyKind.Change ? new PlanPeriod(Utc(2), Utc(3), "2026-02-01 – 2026-02-28") : null,
        })
        { Before = kind is WhyKind.Quotes ? null : new PlanPeriod(Utc(2), Utc(3), "2026-02-01 – 2026-02-28") };
        await services.GetServices<ILongWork>().Single(work => work.Kind == "reasons").RunAsync("q", ask.ToJson(), told, ct);
        return true;
    });

    private static DateTime Utc(int month) => new(2026, month, 1, 0, 0, 0, DateTimeKind.Utc);

    private sealed class StopAt(string step, CancellationTokenSource stop) : IProgress<WorkStep>
    {
        public string Doing { get; private set; } = "";

        public List<double> Shares { get; } = [];

        public void Report(WorkStep value)
        {
            Doing = value.Doing;
            Shares.Add(value.Share);
            if (value.Doing.StartsWith(step, StringComparison.Ordinal)) stop.Cancel();
        }
    }
}
