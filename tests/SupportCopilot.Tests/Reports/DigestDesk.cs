using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Reports;
using SupportCopilot.Storage;
using SupportCopilot.Tests.Posting;

namespace SupportCopilot.Tests.Reports;

/// <summary>A product whose clock a test sets and whose channels are a fake's.</summary>
public sealed class DigestDesk : IAsyncDisposable
{
    /// <summary>A Wednesday.</summary>
    public static readonly DateTimeOffset Start = new(2026, 3, 11, 12, 0, 0, TimeSpan.Zero);

    public DigestDesk() => Product = Product.Having(services =>
    {
        Teams.Register(services);
        services.AddSingleton<TimeProvider>(Clock);
    }, "SupportCopilot:Posting:AnswerWithinSeconds=1");

    public SetClock Clock { get; } = new(Start);

    public FakeConversations Teams { get; } = new();

    public Product Product { get; }

    /// <summary>The digests that arrived.</summary>
    public IReadOnlyList<DigestPost> Arrived => [.. Teams.Arrived.Select(message => (DigestPost)message.Post)];

    /// <summary>Sets a digest up in a channel of its own.</summary>
    public async Task<long> HasDigestAsync(DayOfWeek day, int hour, string timeZone = "UTC", string channel = "general")
    {
        var place = await Product.HasChannelAsync(channel);
        return await Product.InsideAsync(async services =>
        {
            var result = await services.GetRequiredService<ScheduleDigest>().SetAsync(place.Id, new(day, hour * 60, timeZone), CancellationToken.None);
            return result.Digest!.Id;
        });
    }

    /// <summary>What the job does at each tick.</summary>
    public Task<IReadOnlyList<EffectRow>> TickAsync() => Product.InsideAsync(services => services.GetRequiredService<PostDueDigests>().RunAsync(CancellationToken.None));

    public async Task<IReadOnlyList<EffectRow>> TickAtAsync(int year, int month, int day, int hour, int minute = 0)
    {
        Clock.Set(new DateTimeOffset(year, month, day, hour, minute, 0, TimeSpan.Zero));
        return await TickAsync();
    }

    public async Task<EffectRow> EffectAsync(string intent) =>
        EffectRow.Of(await Product.DatabaseAsync(db => Task.FromResult(db.Effects.Single(e => e.Intent == intent))));

    public ValueTask DisposeAsync() => Product.DisposeAsync();
}
