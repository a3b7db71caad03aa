using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Access.Conversations;
using SupportCopilot.Storage;

namespace SupportCopilot.Tests.Posting;

public sealed class PostsOnce : IAsyncLifetime
{
    private readonly FakeConversations _teams = new();
    private readonly SetClock _clock = new(new(2026, 3, 16, 9, 0, 0, TimeSpan.Zero));
    private readonly Product _product;
    private Conversation _channel = null!;

    public PostsOnce() => _product = Product.Having(services =>
    {
        _teams.Register(services);
        services.AddSingleton<TimeProvider>(_clock);
    }, "SupportCopilot:Posting:AnswerWithinSeconds=1");

    public async ValueTask InitializeAsync() => _channel = await _product.HasChannelAsync("general");

    public ValueTask DisposeAsync() => _product.DisposeAsync();

    [Fact]
    public async Task What_has_arrived_is_never_posted_again()
    {
        var first = await PostAsync("greeting/1");
        var second = await PostAsync("greeting/1");

        Assert.Equal((EffectState.Done, EffectState.Done), (first.State, second.State));
        Assert.Equal((1, first.Id, first.ExternalId), (_teams.Arrived.Count, second.Id, second.ExternalId));
    }

    [Fact]
    public async Task Of_many_at_one_intent_one_posts()
    {
        const int Processes = 16;
        var everybodyIsReady = new TaskCompletionSource();
        var ready = 0;
        var all = await Task.WhenAll(Enumerable.Range(0, Processes).Select(_ => Task.Run(() => PostAsync("raced/1", async () =>
        {
            if (Interlocked.Increment(ref ready) == Processes) everybodyIsReady.SetResult();
            await everybodyIsReady.Task;   // each of them has seen that nothing was sent yet
        }))));

        Assert.Single(_teams.Arrived);
        Assert.Single(all.Select(effect => effect.Id).Distinct());
    }

    [Fact]
    public async Task What_the_other_side_put_off_is_tried_again_later()
    {
        _teams.Answer(DeliveryOutcome.NotNow, "429");
        Assert.Equal((EffectState.Meant, 1), ((await PostAsync("put-off/1")) is var e ? (e.State, e.Attempts) : default));

        _teams.Answer(DeliveryOutcome.Sent);
        Assert.Equal((EffectState.Done, 2), ((await PostAsync("put-off/1")) is var again ? (again.State, again.Attempts) : default));
        Assert.Single(_teams.Arrived);
    }

    [Theory]
    [InlineData(DeliveryOutcome.Refused, EffectState.Refused, "effect.refused")]
    [InlineData(DeliveryOutcome.Unknown, EffectState.Unconfirmed, "effect.unconfirmed")]
    public async Task What_failed_is_never_repeated_by_itself_but_shown(DeliveryOutcome outcome, EffectState state, string audited)
    {
        _teams.Answer(outcome, "because");
        var effect = await PostAsync("failed/1");
        _teams.Answer(DeliveryOutcome.Sent);
        Assert.Equal((state, effect.Id), ((await PostAsync("failed/1")) is var again ? (again.State, again.Id) : default));

        var shown = Assert.Single(await ShownAsync(state.ToString().ToLowerInvariant()));
        Assert.Equal(("failed/1", $"conversation/{_channel.Id}", "because", 1), (shown.Intent, shown.Target, shown.Detail, shown.Attempts));
        Assert.Equal(1, await _product.DatabaseAsync(db => db.Audit.CountAsync(a => a.Action == audited && a.Subject == $"effect/{effect.Id}")));
    }

    [Fact]
    public async Task A_post_whose_answer_never_comes_is_cut_short_and_unconfirmed()
    {
        _teams.Answers = async ct => { await Task.Delay(Timeout.Infinite, ct); return new(DeliveryOutcome.Sent); };
        Assert.Equal(EffectState.Unconfirmed, (await PostAsync("silent/1")).State);
    }

    [Fact]
    public async Task A_sending_that_breaks_is_unconfirmed_and_the_break_is_heard()
    {
        _teams.Answers = _ => throw new InvalidOperationException("a bug");
        await Assert.ThrowsAsync<InvalidOperationException>(() => PostAsync("broken/1"));
        Assert.Equal("broken/1", Assert.Single(await ShownAsync("unconfirmed")).Intent);
    }

    [Fact]
    public async Task A_conversation_that_the_bot_was_removed_from_gets_nothing()
    {
        _channel.IsLive = false;
        Assert.Equal((EffectState.Refused, 0), ((await PostAsync("gone/1")).State, _teams.Arrived.Count));
    }

    [Fact]
    public async Task What_was_being_sent_by_a_dead_process_is_unconfirmed_once_no_living_one_could_still_be_at_it()
    {
        await BeginAndDieAsync("killed/1");
        await SweepAsync();
        Assert.Equal(EffectState.Sending, (await PostAsync("killed/1")).State);   // it may still be alive

        _clock.Advance(TimeSpan.FromSeconds(3));
        await SweepAsync();
        Assert.Equal(EffectState.Unconfirmed, (await PostAsync("killed/1")).State);
        Assert.Empty(_teams.Arrived);
    }

    [Fact]
    public async Task A_process_that_was_only_slow_puts_the_mark_right()
    {
        _teams.Answers = async _ =>
        {
            _clock.Advance(TimeSpan.FromSeconds(3));
            await SweepAsync();
            return new(DeliveryOutcome.Sent, "late");
        };
        Assert.Equal((EffectState.Done, "late"), ((await PostAsync("slow/1")) is var effect ? (effect.State, effect.ExternalId) : default));
    }

    [Fact]
    public async Task A_person_settles_what_is_unconfirmed_once()
    {
        _teams.Answer(DeliveryOutcome.Unknown);
        var effect = await PostAsync("settled/1");
        var admin = _product.As(Role.Admin);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => admin.PostAsync($"/api/effects/{effect.Id}/dismiss", null)));
        Assert.Equal([200, 409, 409, 409], answers.Select(a => (int)a.StatusCode).Order());
        Assert.Empty(await ShownAsync("unconfirmed"));
        Assert.Equal(404, (int)(await admin.PostAsync("/api/effects/999/dismiss", null, TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(404, (int)(await _product.As(Role.Admin, tenant: "other").PostAsync($"/api/effects/{effect.Id}/dismiss", null, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task The_list_pages_and_refuses_a_state_that_is_none()
    {
        for (var i = 0; i < 5; i++) await PostAsync($"page/{i}");
        var admin = _product.As(Role.Admin);
        var first = await admin.GetAsync<Listed>("/api/effects?limit=3");
        var second = await admin.GetAsync<Listed>($"/api/effects?limit=3&after={first.Next}");

        Assert.Equal(["page/4", "page/3", "page/2", "page/1", "page/0"], first.Items.Concat(second.Items).Select(e => e.Intent));
        Assert.Null(second.Next);
        Assert.Equal(400, (int)(await admin.GetAsync("/api/effects?state=lost", TestContext.Current.CancellationToken)).StatusCode);
    }

    private Task<Effect> PostAsync(string intent, Func<Task>? whileComposing = null) => _product.InsideAsync(services =>
        services.GetRequiredService<PostOnce>().RunAsync(intent, _channel, async _ =>
        {
            if (whileComposing is not null) await whileComposing();
            return new Greeting();
        }, CancellationToken.None));

    private Task SweepAsync() => _product.InsideAsync(services =>
        services.GetRequiredService<PostOnce>().SweepAsync(services.GetRequiredService<CurrentTenant>().Id, CancellationToken.None));

    private Task BeginAndDieAsync(string intent) => _product.InsideAsync(async services =>
    {
        var effects = services.GetRequiredService<Effects>();
        var effect = await effects.MeanAsync(services.GetRequiredService<CurrentTenant>().Id, intent, PostOnce.TargetOf(_channel), CancellationToken.None);
        Assert.True(await effects.TryBeginAsync(effect, CancellationToken.None));
    });

    private async Task<IReadOnlyList<EffectRow>> ShownAsync(string state) => (await _product.As(Role.Admin).GetAsync<Listed>($"/api/effects?state={state}")).Items;

    private sealed record Listed(IReadOnlyList<EffectRow> Items, string? Next);

    private sealed record Greeting : IPost;
}
