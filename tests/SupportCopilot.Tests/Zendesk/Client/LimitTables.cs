using SupportCopilot.Zendesk.Client;
using SupportCopilot.Zendesk.Client.Limits;

namespace SupportCopilot.Tests.Zendesk.Client;

/// <summary>How one limit is kept and used, whichever way the other side counts; on a clock of its own.</summary>
public sealed class LimitTables
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>Windows that begin with their first request, as clocks have them, and that slide.</summary>
    public enum Windows { FromFirst, OnTheMinute, Sliding }

    [Theory]
    [InlineData(10, 0.5, Windows.FromFirst, 0)]
    [InlineData(10, 0.5, Windows.OnTheMinute, 0)]
    [InlineData(10, 0.5, Windows.Sliding, 300)]
    [InlineData(30, 0.5, Windows.FromFirst, 300)]
    [InlineData(100, 0.05, Windows.FromFirst, 300)]
    [InlineData(100, 0.05, Windows.OnTheMinute, 300)]
    [InlineData(100, 0.05, Windows.Sliding, 100)]
    [InlineData(700, 0.05, Windows.FromFirst, 50)]
    [InlineData(700, 0.05, Windows.OnTheMinute, 300)]
    [InlineData(700, 0.05, Windows.Sliding, 100)]
    [InlineData(2500, 0.05, Windows.FromFirst, 100)]
    public void A_saturated_lane_uses_97_percent_of_what_is_allowed_and_is_never_refused(int limit, double burst, Windows windows, int jitterMs)
    {
        var budget = new Budget(limit, Minute, burst);
        var server = new Server(limit, windows);
        var dice = new Random(7);
        var (now, end) = (Start, Start + 30 * Minute);
        while ((now = budget.Next(now, Lane.Sync)) < end)
        {
            var number = budget.Take(now);
            var arrives = now + TimeSpan.FromMilliseconds(50 + dice.Next(jitterMs + 1));
            budget.Learn(number, server.Count(arrives), arrives);
        }

        Assert.Equal(0, server.Refused);
        Assert.InRange(server.Taken / (limit * 30.0), 0.97, 1.0);
    }

    [Theory]
    [InlineData(100, 90)]
    [InlineData(700, 60)]
    [InlineData(10, 500)]
    public void What_leaves_late_by_a_timer_or_for_another_limit_is_made_up_for(int limit, int lateMs)
    {
        var budget = new Budget(limit, Minute, burst: 0.05);
        var server = new Server(limit, Windows.FromFirst);
        var dice = new Random(7);
        for (var now = Start; (now = budget.Next(now, Lane.Work) + TimeSpan.FromMilliseconds(dice.Next(lateMs))) < Start + 30 * Minute;)
            budget.Learn(budget.Take(now), server.Count(now), now);

        Assert.Equal(0, server.Refused);
        Assert.InRange(server.Taken / (limit * 30.0), 0.975, 1.0);
    }

    [Theory]
    [InlineData(10, Windows.Sliding)]
    [InlineData(100, Windows.Sliding)]
    [InlineData(700, Windows.OnTheMinute)]
    public void A_limit_that_no_answer_speaks_of_is_kept_all_the_same(int limit, Windows windows)
    {
        var budget = new Budget(limit, Minute, burst: 0.05);
        var server = new Server(limit, windows);
        var dice = new Random(7);
        for (var now = Start; (now = budget.Next(now, Lane.Work)) < Start + 30 * Minute;)
        {
            budget.Take(now);
            server.Count(now + TimeSpan.FromMilliseconds(dice.Next(300)));
        }

        Assert.Equal(0, server.Refused);
        Assert.InRange(server.Taken / (limit * 30.0), 0.97, 1.0);
    }

    [Fact]
    public void A_burst_is_spread_out_and_leaves_no_hole_behind_it()
    {
        var budget = new Budget(10, Minute, burst: 0.5);
        var now = Start;
        var gaps = new List<double>();
        for (var i = 0; i < 60; i++)
        {
            var at = budget.Next(now, Lane.Sync);
            gaps.Add((at - now).TotalSeconds);
            budget.Take(now = at);
        }

        Assert.All(gaps.Take(6), gap => Assert.Equal(0, gap));            // half of them at once, so that a small desk is there at once
        Assert.All(gaps.Skip(11), gap => Assert.InRange(gap, 0, 7.5));      // and from then on one at a time
    }

    [Fact]
    public void A_limit_that_the_other_side_lowers_holds_from_the_next_request_on()
    {
        var budget = new Budget(700, Minute, burst: 0.05);
        var now = Start;
        for (var i = 0; i < 300; i++)
        {
            now = budget.Next(now, Lane.Work);
            budget.Take(now);
        }

        budget.Learn(300, new(200, 120, TimeSpan.FromSeconds(30)), now);
        var sent = 0;
        for (var until = now + Minute; (now = budget.Next(now, Lane.Work)) < until; sent++) budget.Take(now);
        Assert.InRange(sent, 1, 200);
    }

    [Fact]
    public void What_others_use_of_the_same_account_is_noticed_before_anything_is_refused()
    {
        var budget = new Budget(100, Minute, burst: 0.05);
        var server = new Server(100, Windows.FromFirst);
        var now = Start;
        var othersNext = Start;
        while ((now = budget.Next(now, Lane.Work)) < Start + 20 * Minute)
        {
            for (; othersNext <= now; othersNext += TimeSpan.FromSeconds(1.5)) server.Count(othersNext, ofOthers: true);   // 40 a minute
            budget.Learn(budget.Take(now), server.Count(now), now);
        }

        Assert.Equal(0, server.Refused);
        Assert.InRange(server.Taken / 20.0, 55, 75);
    }

    [Fact]
    public void People_find_room_at_once_however_much_is_waiting()
    {
        var budget = new Budget(700, Minute, burst: 0.05);
        var now = Start;
        for (var until = Start + 3 * Minute; (now = budget.Next(now, Lane.Sync)) < until;) budget.Take(now);

        now = Start + 3 * Minute;
        var longest = TimeSpan.Zero;
        for (var i = 0; i < 20; i++)
        {
            var at = budget.Next(now, Lane.Person);
            longest = at - now > longest ? at - now : longest;
            budget.Take(now = at);
        }

        Assert.InRange(longest.TotalMilliseconds, 0, 200);
        Assert.True(budget.Next(now, Lane.Sync) - now > TimeSpan.FromSeconds(0.5), "The sync makes up for what people took.");
    }

    [Theory]
    [InlineData(nameof(Lane.Person))]
    [InlineData(nameof(Lane.Work))]
    [InlineData(nameof(Lane.Sync))]
    public void A_pause_holds_for_every_lane(string lane)
    {
        var budget = new Budget(700, Minute, burst: 0.05);
        budget.Pause(Start + TimeSpan.FromSeconds(30));
        Assert.True(budget.Next(Start, Enum.Parse<Lane>(lane)) >= Start + TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void After_a_pause_nobody_storms_the_gate()
    {
        var budget = new Budget(100, Minute, burst: 0.05);
        budget.Pause(Start + TimeSpan.FromSeconds(30));
        var first = budget.Next(Start, Lane.Work);
        budget.Take(first);
        Assert.InRange((budget.Next(first, Lane.Work) - first).TotalSeconds, 0.5, 0.7);
    }

    [Fact]
    public void Without_limit_nothing_waits_and_nothing_is_remembered_until_the_other_side_refuses()
    {
        var budget = new Budget(10, Minute, burst: 0.5);
        budget.AssumeNone();
        for (var i = 0; i < 1000; i++)
        {
            Assert.Equal(Start, budget.Next(Start, Lane.Sync));
            budget.Take(Start);
        }

        budget.Pause(Start + TimeSpan.FromSeconds(5));
        Assert.Equal(10, budget.Limit);
    }

    /// <summary>The other side, which counts by windows of its own.</summary>
    private sealed class Server(int limit, Windows windows)
    {
        private readonly Queue<DateTimeOffset> _sliding = new();
        private DateTimeOffset _ends = Start;
        private int _used;

        public int Taken { get; private set; }

        public int Refused { get; private set; }

        public LimitReading Count(DateTimeOffset at, bool ofOthers = false)
        {
            if (windows is Windows.Sliding)
            {
                while (_sliding.TryPeek(out var oldest) && oldest <= at - Minute) _sliding.Dequeue();
                (_used, _ends) = (_sliding.Count, _sliding.Count > 0 ? _sliding.Peek() + Minute : at + Minute);
            }
            else if (at >= _ends)
            {
                _used = 0;
                _ends = windows is Windows.FromFirst ? at + Minute : new DateTimeOffset((at.UtcTicks / Minute.Ticks + 1) * Minute.Ticks, TimeSpan.Zero);
            }

            var reset = TimeSpan.FromSeconds(Math.Ceiling((_ends - at).TotalSeconds));
            if (_used >= limit && !ofOthers)   // people are not held up
            {
                Refused++;
                return new(limit, 0, reset);
            }

            _used++;
            _sliding.Enqueue(at);
            if (!ofOthers) Taken++;
            return new(limit, Math.Max(0, limit - _used), reset);
        }
    }
}
