using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Questions.Background;
using SupportCopilot.Tests.Questions.Reasons;

namespace SupportCopilot.Tests.Questions.Estimates;

/// <summary>A figure that takes long is told over the hub, from its estimate to the exact one.</summary>
public sealed class FiguresOverSignalR(SlowDesk desk) : IClassFixture<SlowDesk>
{
    private const string Question = "tickets mentioning \"money back\" since 1 January 2025 by channel";

    [Fact]
    public async Task Are_estimates_first_and_end_with_the_exact_figures()
    {
        var id = await AskAsync();
        await using var hub = await QuestionsOverSignalR.ConnectAsync(desk, "anna");
        await hub.WatchAsync(id);

        var first = await hub.NextAsync();
        Assert.Equal("working", first.Kind());
        Assert.True(first.GetProperty("estimate").GetProperty("tickets").GetInt32() > 0);
        Assert.Equal(["dimension", "measure", "low", "high"], first.GetProperty("columns").EnumerateArray().Select(column => column.GetProperty("role").GetString()));
        Assert.Equal("counting exactly", first.GetProperty("progress").GetProperty("doing").GetString());
        await WorkAsync();

        var last = await hub.NextAsync();
        while (last.Kind() == "working") last = await hub.NextAsync();
        Assert.Equal("answer", last.Kind());
        Assert.Equal(JsonValueKind.Null, last.GetProperty("estimate").ValueKind);
        Assert.Equal(last.Count(), last.GetProperty("rows").EnumerateArray().Sum(row => row[1].GetInt32()));
        Assert.Null(await hub.NextOrEndAsync());
    }

    [Fact]
    public async Task End_with_the_cancellation()
    {
        var id = await AskAsync();
        await using var hub = await QuestionsOverSignalR.ConnectAsync(desk, "anna");
        await hub.WatchAsync(id);
        Assert.Equal("working", (await hub.NextAsync()).Kind());

        using var cancelled = await desk.As(Role.Analyst).DeleteAsync(new Uri($"/api/questions/{id}", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, cancelled.StatusCode);
        Assert.Equal("Cancelled before it was done.", (await hub.NextAsync()).Words());
        Assert.Null(await hub.NextOrEndAsync());
    }

    [Fact]
    public async Task Are_told_to_nobody_else()
    {
        var id = await AskAsync();
        await using var hub = await QuestionsOverSignalR.ConnectAsync(desk, "bert");
        await hub.WatchAsync(id);

        Assert.Null(await hub.NextOrEndAsync());
        await WorkAsync();
    }

    private async Task<string> AskAsync()
    {
        var asked = await desk.AskAsync(Question);
        Assert.Equal("working", asked.Kind());
        return asked.GetProperty("id").GetString()!;
    }

    private Task WorkAsync() => desk.InsideAsync(services => services.GetRequiredService<WorkInvestigations>().RunAsync(0, TestContext.Current.CancellationToken));
}
