using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Reports.Alerts;
using SupportCopilot.Reports.Sending;
using SupportCopilot.Tickets;

namespace SupportCopilot.Tests.Bot;

public sealed class SavedInTeams : IAsyncLifetime
{
    private static readonly DateTimeOffset Wednesday = new(2026, 3, 11, 12, 0, 0, TimeSpan.Zero);
    private readonly SetClock _clock = new(Wednesday);
    private readonly BotProduct _bot;

    public SavedInTeams() => _bot = BotProduct.Having(services => services.AddSingleton<TimeProvider>(_clock));

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Fact]
    public async Task A_report_is_saved_by_words_posted_with_its_name_and_deleted_by_its_button()
    {
        await OpenAsync(3);
        await SayAsync("How many tickets were created this week?");
        var saved = await _bot.SayAsync("save this as the week and send it here every Friday at 9", "nina", "analyst");
        Assert.Contains("Saved as «the week». It comes every Friday at 09:00 (to you alone), next on Friday 13 March 2026 at 09:00 (UTC).", saved.Single().Words);
        Assert.Contains("Pause", saved.Single().Words);

        var before = _bot.Connector.Sent.Count;
        _clock.Set(new(2026, 3, 13, 9, 0, 0, TimeSpan.Zero));
        await TickAsync();
        await TickAsync();
        var post = Assert.Single(_bot.Connector.Sent.Skip(before));
        Assert.Contains("the week, every Friday at 09:00", post.Words);
        Assert.Contains("3 tickets", post.Words);

        Assert.Contains("«the week» is deleted and comes no more.", await SayAsync("delete report 1000001"));   // what the button says
        Assert.Contains("You have no reports yet", await SayAsync("list my reports"));
    }

    [Fact]
    public async Task The_list_holds_the_digest_too()
    {
        await SayAsync("send the digest here every Monday at 9");
        var listed = await SayAsync("list my reports");
        Assert.Contains("the weekly digest", listed);
        Assert.Contains("next on Monday 16 March 2026 at 09:00 (UTC)", listed);
    }

    [Fact]
    public async Task A_pressed_choice_is_answered_and_remembered()
    {
        await _bot.HasTicketsAsync([.. Enumerable.Range(0, 6).Select(i => new IncomingTicket("file", $"c{i}")
        {
            Subject = "x", Status = TicketStatus.Open, CreatedAt = Wednesday.UtcDateTime.AddHours(-2), Tags = i < 2 ? ["urgent"] : [], Given = new() { Priority = i < 4 ? "urgent" : "low" }, Comments = [new("0", "words")],
        })]);
        var asked = (await _bot.SayAsync("urgent tickets today", "nina", "analyst")).Single();
        var text = System.Text.RegularExpressions.Regex.Match(asked.Body.ToString(), "\"text\":\"((?:[^\"\\\\]|\\\\.)*tag(?:[^\"\\\\]|\\\\.)*)\",\"displayText\"").Groups[1].Value;
        Assert.NotEmpty(text);

        var pressed = BotProduct.Activity("message", System.Text.Json.JsonDocument.Parse($"\"{text}\"").RootElement.GetString(), "nina", "analyst");   // a button of a choice arrives as if it had been written
        await _bot.SendAsync(pressed);
        Assert.Contains("2 tickets (tag is urgent) were created", _bot.Connector.Sent[^1].Words);

        Assert.Contains("2 tickets (tag is urgent) were created today", await SayAsync("urgent tickets today"));
    }

    [Fact]
    public async Task An_alert_comes_with_buttons_that_snooze_it()
    {
        await OpenAsync(3);
        Assert.Contains("It is 3 now.", await SayAsync("tell me when backlog passes 5"));
        await OpenAsync(4, "more");
        await TickAsync();
        Assert.Contains("backlog over 5: 7, which is over 5", _bot.Connector.Sent[^1].Words);
        Assert.Contains("Snooze 1 hour", _bot.Connector.Sent[^1].Words);
        Assert.Contains("keeps still until Wednesday 11 March 2026 at 13:00 (UTC)", await SayAsync("snooze alert 1000001 for 1 hour"));
    }

    [Fact]
    public async Task The_tickets_behind_an_answer_are_shown_to_the_one_who_asked()
    {
        await OpenAsync(12);
        var answer = (await _bot.SayAsync("How many tickets were created this week?", "nina", "analyst")).Single();
        var id = answer.Body.ToString().Split("\"question\":\"")[1][..32];
        var press = BotProduct.Activity("message", null, "nina", "analyst", "personal-nina");
        press["value"] = new JsonObject { ["verb"] = "question.tickets", ["question"] = id };
        await _bot.SendAsync(press);
        Assert.Contains("The newest 10 of 12 tickets", _bot.Connector.Sent[^1].Words);

        var other = BotProduct.Activity("message", null, "otto", "analyst", "personal-otto");
        other["value"] = new JsonObject { ["verb"] = "question.tickets", ["question"] = id };
        await _bot.SendAsync(other);
        Assert.Contains("shown to the one who asked", _bot.Connector.Sent[^1].Words);
    }

    private Task OpenAsync(int count, string prefix = "t") => _bot.HasTicketsAsync([.. Enumerable.Range(0, count).Select(i => new IncomingTicket("file", $"{prefix}{i}") { Subject = $"subject {i}", Status = TicketStatus.Open, CreatedAt = Wednesday.UtcDateTime.AddHours(-1), Comments = [new("0", "words")] })]);

    private async Task<string> SayAsync(string text) => string.Join('\n', (await _bot.SayAsync(text, "nina", "analyst")).Select(message => message.Words));

    private async Task TickAsync()
    {
        await _bot.InsideAsync(services => services.GetRequiredService<PostDueReports>().RunAsync(CancellationToken.None));
        await _bot.InsideAsync(services => services.GetRequiredService<CheckAlerts>().RunAsync(CancellationToken.None));
    }
}
