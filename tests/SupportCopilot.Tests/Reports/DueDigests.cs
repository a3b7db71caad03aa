using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Access.Conversations;
using SupportCopilot.Reports;

namespace SupportCopilot.Tests.Reports;

public sealed class DueDigests : IAsyncDisposable
{
    private readonly DigestDesk _desk = new();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task Come_once_a_week_at_their_time_and_tell_about_the_week_before()
    {
        var id = await _desk.HasDigestAsync(DayOfWeek.Monday, 9);
        Assert.Empty(await _desk.TickAsync());   // what was due before it was set up is not posted
        Assert.Empty(await _desk.TickAtAsync(2026, 3, 16, 8, 59));

        Assert.Equal($"digest/{id}/2026-W11", Assert.Single(await _desk.TickAtAsync(2026, 3, 16, 9)).Intent);
        for (var minute = 1; minute < 10; minute++) Assert.Empty(await _desk.TickAtAsync(2026, 3, 16, 9, minute));
        await _desk.TickAtAsync(2026, 3, 23, 9);

        Assert.Equal(["2026-03-09 – 2026-03-15", "2026-03-16 – 2026-03-22"], _desk.Arrived.Select(post => post.Days));
    }

    [Fact]
    public async Task That_were_missed_are_posted_late_within_six_days()
    {
        await _desk.HasDigestAsync(DayOfWeek.Monday, 9);
        await _desk.TickAtAsync(2026, 3, 22, 8, 59);
        await _desk.TickAtAsync(2026, 3, 23, 9);
        Assert.Equal(["2026-03-09 – 2026-03-15", "2026-03-16 – 2026-03-22"], _desk.Arrived.Select(post => post.Days));
    }

    [Fact]
    public async Task That_were_missed_for_longer_are_not_posted_but_shown()
    {
        var id = await _desk.HasDigestAsync(DayOfWeek.Monday, 9);
        await _desk.TickAtAsync(2026, 3, 22, 9, 1);
        await _desk.TickAtAsync(2026, 3, 22, 9, 2);
        Assert.Empty(_desk.Arrived);

        var missed = await _desk.EffectAsync($"digest/{id}/2026-W11");
        Assert.Equal(("refused", "Nothing ran while it was due."), (missed.State, missed.Detail));
        var row = await _desk.Product.As(Role.Admin).GetAsync<ReportRow>($"/api/reports/{id}");
        Assert.Equal("refused", row.Last?.State);
    }

    [Fact]
    public async Task That_were_put_off_are_tried_again_less_and_less_often_until_they_arrive()
    {
        var id = await _desk.HasDigestAsync(DayOfWeek.Monday, 9);
        _desk.Teams.Answer(DeliveryOutcome.NotNow, "429");
        Assert.Equal("meant", Assert.Single(await _desk.TickAtAsync(2026, 3, 16, 9)).State);
        Assert.Empty(await _desk.TickAsync());
        var tries = 0;
        for (var minute = 1; minute < 60; minute++) tries += (await _desk.TickAtAsync(2026, 3, 16, 9, minute)).Count;
        Assert.Equal(5, tries);   // after 1, 3, 7, 15 and 31 minutes

        _desk.Teams.Answer(DeliveryOutcome.Sent);
        Assert.Equal("done", Assert.Single(await _desk.TickAtAsync(2026, 3, 16, 11)).State);
        Assert.Equal(7, (await _desk.EffectAsync($"digest/{id}/2026-W11")).Attempts);
        Assert.Single(_desk.Arrived);
    }

    [Fact]
    public async Task That_never_find_a_way_out_are_given_up_and_shown()
    {
        var id = await _desk.HasDigestAsync(DayOfWeek.Monday, 9);
        _desk.Teams.Answer(DeliveryOutcome.NotNow, "429");
        await _desk.TickAtAsync(2026, 3, 16, 9);
        await _desk.TickAtAsync(2026, 3, 22, 10);
        Assert.Equal(("refused", "It could not be posted in time: 429"), ((await _desk.EffectAsync($"digest/{id}/2026-W11")) is var e ? (e.State, e.Detail) : default));
    }

    [Fact]
    public async Task Of_one_that_cannot_be_made_do_not_keep_the_others_back()
    {
        var broken = await _desk.HasDigestAsync(DayOfWeek.Monday, 9, channel: "broken");
        await _desk.HasDigestAsync(DayOfWeek.Monday, 9, channel: "sound");
        await _desk.Product.DatabaseAsync(async db =>
        {
            db.Digests.Single(d => d.Id == broken).TimeZone = "Nowhere/Land";
            return await db.SaveChangesAsync();
        });
        await Assert.ThrowsAnyAsync<Exception>(() => _desk.TickAtAsync(2026, 3, 16, 9));
        Assert.EndsWith("sound", Assert.Single(_desk.Arrived).Title);
    }

    [Fact]
    public async Task Are_not_posted_where_the_scope_was_taken_away_and_the_owner_sees_it()
    {
        var id = await _desk.HasDigestAsync(DayOfWeek.Monday, 9);
        await _desk.Product.DatabaseAsync(async db =>
        {
            db.Conversations.Single().HasScope = false;
            return await db.SaveChangesAsync();
        });
        await _desk.TickAtAsync(2026, 3, 16, 9);
        Assert.Empty(_desk.Arrived);
        Assert.Contains("may be shown", (await _desk.EffectAsync($"digest/{id}/2026-W11")).Detail);
    }

    [Fact]
    public async Task Stopped_come_no_more_and_started_again_repeat_no_week()
    {
        var id = await _desk.HasDigestAsync(DayOfWeek.Monday, 9);
        await _desk.TickAtAsync(2026, 3, 16, 9);
        var admin = _desk.Product.As(Role.Admin);
        Assert.Equal(204, (int)(await admin.DeleteAsync($"/api/reports/{id}", TestContext.Current.CancellationToken)).StatusCode);
        await _desk.TickAtAsync(2026, 3, 23, 9);

        _desk.Clock.Set(new(2026, 3, 27, 8, 0, 0, TimeSpan.Zero));
        Assert.Equal(id, await _desk.Product.InsideAsync(async services =>
            (await services.GetRequiredService<ScheduleDigest>().SetAsync(1, new(DayOfWeek.Friday, 9 * 60), CancellationToken.None)).Digest!.Id));
        await _desk.TickAtAsync(2026, 3, 27, 9);
        Assert.Equal(["2026-03-09 – 2026-03-15", "2026-03-16 – 2026-03-22"], _desk.Arrived.Select(post => post.Days));
    }

    [Fact]
    public async Task Moved_within_a_week_do_not_come_twice_for_it()
    {
        var id = await _desk.HasDigestAsync(DayOfWeek.Monday, 9);
        await _desk.TickAtAsync(2026, 3, 16, 9);
        await _desk.Product.InsideAsync(services => services.GetRequiredService<ScheduleDigest>().ChangeAsync(id, new(DayOfWeek.Friday, 9 * 60), CancellationToken.None));
        Assert.Empty(await _desk.TickAtAsync(2026, 3, 20, 9));
        Assert.Single(_desk.Arrived);
    }

    [Fact]
    public async Task Asked_for_once_more_by_a_person_come_beside_the_one_that_comes_by_itself()
    {
        var id = await _desk.HasDigestAsync(DayOfWeek.Monday, 9);
        await _desk.TickAtAsync(2026, 3, 16, 9);
        var admin = _desk.Product.As(Role.Admin);
        foreach (var address in new[] { "run", "run", "run?number=2", "run?number=7" })
            Assert.Equal(200, (int)(await admin.PostAsync($"/api/reports/{id}/{address}", null, TestContext.Current.CancellationToken)).StatusCode);

        Assert.Equal(4, _desk.Arrived.Count);   // by itself, run 1, run 2 and run 7; run 2 asked for again was there
        Assert.Equal(400, (int)(await admin.PostAsync($"/api/reports/{id}/run?number=0", null, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Unconfirmed_are_sent_again_only_by_a_persons_word_and_once_for_each()
    {
        var id = await _desk.HasDigestAsync(DayOfWeek.Monday, 9);
        _desk.Teams.Answer(DeliveryOutcome.Unknown, "the line broke");
        var effect = Assert.Single(await _desk.TickAtAsync(2026, 3, 16, 9));
        _desk.Teams.Answer(DeliveryOutcome.Sent);
        for (var day = 17; day < 22; day++) Assert.Empty(await _desk.TickAtAsync(2026, 3, day, 9));
        Assert.Single(_desk.Arrived);

        var admin = _desk.Product.As(Role.Admin);
        var presses = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => admin.PostAsync($"/api/effects/{effect.Id}/send-again", null)));
        Assert.Equal([200, 409, 409, 409], presses.Select(press => (int)press.StatusCode).Order());
        Assert.Equal(2, _desk.Arrived.Count);
        Assert.Equal(("dismissed", "done"), ((await _desk.EffectAsync($"digest/{id}/2026-W11")).State, (await _desk.EffectAsync($"digest/{id}/2026-W11/again-1")).State));
    }

    [Fact]
    public async Task Sent_again_by_a_process_that_died_at_once_are_sent_by_the_next_tick()
    {
        var id = await _desk.HasDigestAsync(DayOfWeek.Monday, 9);
        _desk.Teams.Answer(DeliveryOutcome.Unknown);
        var effect = Assert.Single(await _desk.TickAtAsync(2026, 3, 16, 9));
        _desk.Teams.Answer(DeliveryOutcome.Sent);
        await _desk.Product.InsideAsync(services => services.GetRequiredService<Storage.SettleEffect>().MeanAgainAsync(effect.Id, CancellationToken.None));

        Assert.Equal($"digest/{id}/2026-W11/again-1", Assert.Single(await _desk.TickAtAsync(2026, 3, 16, 9, 1)).Intent);
    }
}
