using SupportCopilot.Teams.Sending;

namespace SupportCopilot.Tests.Bot;

public sealed class SlidingWindowsTests
{
    private static readonly (int Most, TimeSpan Within)[] Teams =
        [(7, TimeSpan.FromSeconds(1)), (8, TimeSpan.FromSeconds(2)), (60, TimeSpan.FromSeconds(30)), (1800, TimeSpan.FromHours(1))];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void No_stretch_of_time_ever_holds_more_than_it_may(int seed)
    {
        var random = new Random(seed);
        var windows = new SlidingWindows(Teams);
        var now = DateTimeOffset.UnixEpoch;
        var sent = new List<DateTimeOffset>();
        for (var i = 0; i < 4000; i++)
        {
            now += TimeSpan.FromMilliseconds(random.Next(3) == 0 ? random.Next(1500) : random.Next(5));
            var at = windows.Next(now);
            Assert.True(at >= now);
            windows.Take(at);
            sent.Add(at);
        }

        foreach (var (most, within) in Teams)
            for (var i = most; i < sent.Count; i++)
                Assert.True(sent[i] - sent[i - most] >= within, $"{most + 1} within {sent[i] - sent[i - most]}, at {i}");
    }

    [Fact]
    public void What_stays_below_the_limits_never_waits()
    {
        var windows = new SlidingWindows(Teams);
        for (var i = 0; i < 500; i++)
        {
            var now = DateTimeOffset.UnixEpoch + i * TimeSpan.FromSeconds(2.1);
            Assert.Equal(now, windows.Next(now));
            windows.Take(now);
        }
    }

    [Fact]
    public async Task Who_would_wait_too_long_is_told_at_once()
    {
        var limits = new SendLimits(new SetClock(DateTimeOffset.UnixEpoch));
        for (var i = 0; i < 7; i++) Assert.True(await limits.WaitAsync("one", TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken));

        Assert.False(await limits.WaitAsync("one", TimeSpan.FromMilliseconds(500), TestContext.Current.CancellationToken));
        Assert.True(await limits.WaitAsync("another", TimeSpan.FromMilliseconds(500), TestContext.Current.CancellationToken));
    }
}
