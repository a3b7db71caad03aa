using Microsoft.Extensions.DependencyInjection;

namespace SupportCopilot.Tests.Questions.Estimates;

/// <summary>The tickets of <see cref="QuestionDesk"/> eight times over, so that a sample of them says something.</summary>
public class LargeDesk : QuestionDesk
{
    private const int Times = 8;

    public LargeDesk() { }

    private protected LargeDesk(string[] settings, Action<IServiceCollection>? fakes) : base(settings, fakes) { }

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        for (var i = 1; i < Times; i++) await HasTicketsAsync([.. Tickets.Select(ticket => ticket with { ExternalId = $"{ticket.ExternalId}-{i}" })]);
    }
}

/// <summary>The same over a database made slow.</summary>
public sealed class SlowDesk : LargeDesk
{
    public SlowDesk() : this(["SupportCopilot:Questions:EstimateFromTickets=1000", "SupportCopilot:Questions:SampledTickets=1500"]) { }

    private SlowDesk(string[] settings) : base(["SupportCopilot:Questions:EstimateAfterSeconds=0.1", "SupportCopilot:Questions:EstimateWithinSeconds=10", .. settings], SlowDatabase.Under) { }

    /// <summary>One that is no large desk for its settings.</summary>
    public static SlowDesk Small() => new([]);
}
