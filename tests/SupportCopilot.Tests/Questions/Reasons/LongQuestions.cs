using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Knowledge;
using SupportCopilot.Questions.Background;

namespace SupportCopilot.Tests.Questions.Reasons;

/// <summary>Questions that go on in the background.</summary>
public sealed class LongQuestions : IAsyncLifetime
{
    private const string Question = "why are customers complaining about checkout in March?";
    private const string AtOnce = "SupportCopilot:Questions:BackgroundAfterSeconds=0";

    private readonly WhyDesk _desk = WhyDesk.With(AtOnce);

    public ValueTask InitializeAsync() => _desk.InitializeAsync();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task Are_answered_where_they_were_asked_about_again()
    {
        var asked = await _desk.AskAsync(Question);
        Assert.Equal("working", asked.Kind());
        Assert.Equal($"/api/questions/{asked.GetProperty("id").GetString()}", asked.GetProperty("progress").GetProperty("href").GetString());
        Assert.Equal("working", (await _desk.QuestionAsync(asked)).Kind());

        await _desk.WorkAsync();

        var answer = await _desk.QuestionAsync(asked);
        Assert.Equal(("answer", 12), (answer.Kind(), answer.Count()));
        Assert.Equal(12, (await _desk.DrillAsync(answer)).Count);
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("progress").ValueKind);
        Assert.False(await _desk.DatabaseAsync(db => db.Investigations.AnyAsync(i => i.IsOwed)));
    }

    [Fact]
    public async Task Whose_process_died_in_the_middle_are_begun_anew_by_the_next()
    {
        var asked = await _desk.AskAsync(Question);
        await _desk.DatabaseAsync(async db =>   // as a process leaves it that dies
        {
            var row = await db.Investigations.SingleAsync();
            (row.State, row.Slot, row.Attempts, row.Progress, row.StartedAt) = (InvestigationState.Running, 0, 1, 0.4, TimeProvider.System.GetUtcNow().UtcDateTime);
            return await db.SaveChangesAsync();
        });

        await _desk.WorkAsync();

        Assert.Equal("answer", (await _desk.QuestionAsync(asked)).Kind());
    }

    [Fact]
    public async Task That_end_their_process_again_and_again_are_given_up()
    {
        var asked = await _desk.AskAsync(Question);
        await _desk.DatabaseAsync(async db =>
        {
            var row = await db.Investigations.SingleAsync();
            (row.State, row.Slot, row.Attempts) = (InvestigationState.Running, 0, 3);
            return await db.SaveChangesAsync();
        });

        await _desk.WorkAsync();

        Assert.Equal("refusal", (await _desk.QuestionAsync(asked)).Kind());
    }

    [Fact]
    public async Task Can_be_cancelled_before_they_are_begun_once_for_all()
    {
        var asked = await _desk.AskAsync(Question);

        Assert.Equal(HttpStatusCode.NotFound, await _desk.CancelAsync(asked, "bert"));
        Assert.Equal(HttpStatusCode.OK, await _desk.CancelAsync(asked));
        Assert.Equal(HttpStatusCode.OK, await _desk.CancelAsync(asked));
        await _desk.WorkAsync();

        Assert.Equal(("refusal", "Cancelled before it was done."), ((await _desk.QuestionAsync(asked)).Kind(), (await _desk.QuestionAsync(asked)).Words()));
        Assert.False(await _desk.DatabaseAsync(db => db.Investigations.AnyAsync(i => i.IsOwed)));
    }

    [Fact]
    public async Task That_are_answered_are_not_cancelled_any_more()
    {
        var asked = await _desk.AskAsync(Question);
        await _desk.WorkAsync();

        Assert.Equal(HttpStatusCode.Conflict, await _desk.CancelAsync(asked));
        Assert.Equal("answer", (await _desk.QuestionAsync(asked)).Kind());
    }

    [Fact]
    public async Task Stop_in_the_middle_when_they_are_cancelled()
    {
        var index = new HeldIndex();
        await using var desk = WhyDesk.Having(services => services.AddSingleton<ISearchIndex>(index), AtOnce);
        await desk.InitializeAsync();
        await desk.HasTicketsAsync([.. Enumerable.Range(0, 5).Select(_ => desk.Make(3, "billing", "", "negative", "The zeppelin is late again"))]);
        var asked = await desk.AskAsync("why are customers complaining about the zeppelin in March?");
        var working = desk.WorkAsync();
        await index.Entered.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        Assert.Equal("working", (await desk.QuestionAsync(asked)).Kind());

        Assert.Equal(HttpStatusCode.OK, await desk.CancelAsync(asked));
        await working.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);   // without the index ever letting go

        Assert.Equal("refusal", (await desk.QuestionAsync(asked)).Kind());
        var left = await desk.DatabaseAsync(db => db.Leases.AsNoTracking().SingleAsync(l => l.Name.StartsWith("questions/")));
        Assert.Equal(DateTime.UnixEpoch, left.ExpiresAt);   // given back
    }

    [Fact]
    public async Task Are_answered_by_the_rights_of_when_they_run()
    {
        await _desk.HasTicketsAsync([_desk.Make(3, "billing", "payment failed", "negative", "The checkout in front fails", "Front")]);
        var narrowed = await _desk.AskAsync(Question, "narrowed");
        var dismissed = await _desk.AskAsync(Question, "dismissed");
        await _desk.LimitAsync("narrowed", "Front");
        await _desk.DatabaseAsync(async db =>
        {
            db.People.Single(p => p.ExternalId == "dismissed").Roles = Role.Agent;
            return await db.SaveChangesAsync();
        });

        await _desk.WorkAsync();

        var answer = await _desk.QuestionAsync(narrowed, "narrowed");
        Assert.Equal(1, answer.Count());
        Assert.Equal("The checkout in front fails", Assert.Single(answer.Quotes()).GetProperty("text").GetString());
        var refused = await _desk.As(Role.Admin, user: "boss").GetAsync<JsonElement>($"/api/questions/{dismissed.GetProperty("id").GetString()}");
        Assert.Equal("refusal", refused.Kind());
    }

    [Fact]
    public async Task Are_few_at_a_time_for_each_person()
    {
        for (var i = 0; i < 5; i++) Assert.Equal("working", (await _desk.AskAsync(Question)).Kind());

        Assert.Equal("refusal", (await _desk.AskAsync(Question)).Kind());
        Assert.Equal("working", (await _desk.AskAsync(Question, "bert")).Kind());
    }

    [Fact]
    public async Task Tell_over_SignalR_how_far_they_are_and_end_with_the_answer()
    {
        var asked = await _desk.AskAsync(Question);
        await using var hub = await QuestionsOverSignalR.ConnectAsync(_desk, "anna");
        await hub.WatchAsync(asked.GetProperty("id").GetString()!);

        Assert.Equal("working", (await hub.NextAsync()).Kind());
        await _desk.WorkAsync();

        var answer = await hub.NextAsync();
        while (answer.Kind() == "working") answer = await hub.NextAsync();
        Assert.Equal(("answer", 12), (answer.Kind(), answer.Count()));
        Assert.Null(await hub.NextOrEndAsync());
    }

    [Fact]
    public async Task Tell_nobody_else_over_SignalR()
    {
        var asked = await _desk.AskAsync(Question);
        await using var hub = await QuestionsOverSignalR.ConnectAsync(_desk, "bert");
        await hub.WatchAsync(asked.GetProperty("id").GetString()!);

        Assert.Null(await hub.NextOrEndAsync());
        await Assert.ThrowsAnyAsync<Exception>(() => QuestionsOverSignalR.ConnectAsync(_desk, user: null));
        await Assert.ThrowsAnyAsync<Exception>(() => QuestionsOverSignalR.ConnectAsync(_desk, "agent-only", "agent"));
    }
}
