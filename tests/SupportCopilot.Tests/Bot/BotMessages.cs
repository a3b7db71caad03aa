using System.Text.Json.Nodes;
using SupportCopilot.Access.Conversations;

namespace SupportCopilot.Tests.Bot;

public sealed class BotMessages(BotProduct bot) : IClassFixture<BotProduct>
{
    [Fact]
    public async Task Are_answered_in_their_conversation_after_a_typing_sign()
    {
        var before = bot.Connector.Calls.Count;

        var (status, _) = await bot.SendAsync(BotProduct.Activity("message", "How many tickets last week?", conversation: "typing-first", id: "q1"));

        Assert.Equal(200, status);
        var calls = bot.Connector.Calls.Skip(before).ToList();
        Assert.Equal([true, false], calls.Select(c => c.IsTyping));
        Assert.Equal($"{BotProduct.ServiceUrl}/v3/conversations/typing-first/activities/q1", calls[1].Address.ToString());
        Assert.Equal("q1", calls[1].Body.GetProperty("replyToId").GetString());
        Assert.Equal("28:bot", calls[1].Body.GetProperty("from").GetProperty("id").GetString());
        Assert.Equal("application/vnd.microsoft.card.adaptive", calls[1].Body.GetProperty("attachments")[0].GetProperty("contentType").GetString());
    }

    [Fact]
    public async Task Get_the_figure_that_the_tickets_give()
    {
        await using var own = BotProduct.With();
        await own.InitializeAsync();
        var day = TimeProvider.System.GetUtcNow().UtcDateTime.Date.AddDays(-1).AddHours(9);
        for (var i = 0; i < 7; i++)
            await own.HasTicketAsync(new SupportCopilot.Tickets.IncomingTicket("file", $"t{i}") { Subject = "x", CreatedAt = day, Status = SupportCopilot.Tickets.TicketStatus.Open, Given = new() { Priority = i < 3 ? "urgent" : "low" }, Comments = [new("0", "Where is it?")] });
        await own.WorkOffAsync();

        var all = (await own.SayAsync("How many tickets were created yesterday?")).Single();
        var urgent = (await own.SayAsync("How many urgent tickets were created yesterday?")).Single();

        Assert.StartsWith("7 tickets", all.Body.GetProperty("summary").GetString());
        Assert.StartsWith("3 ", urgent.Body.GetProperty("summary").GetString());
        Assert.Contains(day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), urgent.Words);
        Assert.Equal(2, await own.DatabaseAsync(db => Task.FromResult(db.Questions.Count(q => q.Conversation == "personal-1"))));
    }

    [Fact]
    public async Task Sent_again_are_answered_once()
    {
        var question = BotProduct.Activity("message", "How many tickets?", conversation: "once", id: "same");
        var before = bot.Connector.Calls.Count;

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => bot.SendAsync((JsonObject)question.DeepClone())));
        var (later, _) = await bot.SendAsync(question);

        Assert.All(answers, answer => Assert.Equal(200, answer.Status));
        Assert.Equal(200, later);
        Assert.Single(bot.Connector.Calls.Skip(before), call => !call.IsTyping);
    }

    [Fact]
    public async Task Edited_are_answered_anew_and_once()
    {
        await bot.SendAsync(BotProduct.Activity("message", "hwo many tickets?", conversation: "edited", id: "typo", roles: "analyst"));
        var edit = BotProduct.Activity("messageUpdate", "help", conversation: "edited", id: "typo", roles: "analyst");
        edit["channelData"]!["eventType"] = "editMessage";
        var before = bot.Connector.Sent.Count;

        await bot.SendAsync((JsonObject)edit.DeepClone());
        await bot.SendAsync((JsonObject)edit.DeepClone());
        Assert.Contains("How to ask", Assert.Single(bot.Connector.Sent.Skip(before)).Body.ToString());

        edit["channelData"]!["eventType"] = "undeleteMessage";
        edit["text"] = "How many tickets?";
        await bot.SendAsync(edit);
        Assert.Single(bot.Connector.Sent.Skip(before));
    }

    [Fact]
    public async Task Of_one_id_in_two_conversations_are_two()
    {
        var before = bot.Connector.Sent.Count;

        await bot.SendAsync(BotProduct.Activity("message", "help", conversation: "left", id: "1"));
        await bot.SendAsync(BotProduct.Activity("message", "help", conversation: "right", id: "1"));

        Assert.Equal(2, bot.Connector.Sent.Count - before);
    }

    [Fact]
    public async Task Show_a_place_that_the_bot_can_write_to()
    {
        await bot.SendAsync(BotProduct.Activity("message", "help", user: "kim", conversation: "19:abc@thread.tacv2;messageid=17", kind: "channel"));

        var kept = await bot.DatabaseAsync(db => Task.FromResult(db.Conversations.Single(c => c.ExternalId == "19:abc@thread.tacv2")));
        Assert.Equal(ConversationKind.Channel, kept.Kind);
        Assert.Equal(BotProduct.ServiceUrl, kept.ServiceUrl);
        Assert.True(kept.IsLive);
        Assert.False(kept.HasScope);
        Assert.Equal("19:abc@thread.tacv2;messageid=17", bot.Connector.Sent[^1].ConversationId);
    }

    [Theory]
    [InlineData("help")]
    [InlineData("Hi!")]
    [InlineData("What can you do?")]
    [InlineData("<at>SupportCopilot</at> help")]
    [InlineData("")]
    public async Task Asking_for_help_get_it(string text) => Assert.Contains("How to ask", (await bot.SayAsync(text)).Single().Words);

    [Fact]
    public async Task Longer_than_a_question_can_be_are_not_read()
    {
        Assert.Contains("longer than 2,000 characters", (await bot.SayAsync(new string('x', 2001))).Single().Words);
    }

    [Fact]
    public async Task With_nothing_but_a_file_are_told_that_it_is_not_read()
    {
        var file = BotProduct.Activity("message");
        file["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "image/png", ["contentUrl"] = "https://elsewhere.example/a.png" });
        var before = bot.Connector.Sent.Count;

        await bot.SendAsync(file);

        Assert.Contains("cannot read files", bot.Connector.Sent.Skip(before).Single().Words);
    }

    [Fact]
    public async Task Of_somebody_who_is_no_analyst_get_no_figure()
    {
        var said = (await bot.SayAsync("How many tickets last week?", user: "agent-only", roles: "agent")).Single().Words;

        Assert.Contains("role analyst", said);
    }

    [Fact]
    public async Task Never_make_an_admin()
    {
        await bot.SayAsync("help", user: "sly", roles: "admin,analyst");

        var person = await bot.DatabaseAsync(db => Task.FromResult(db.People.Single(p => p.Source == "dev" && p.ExternalId == "sly")));
        Assert.Equal(SupportCopilot.Access.Role.Analyst, person.Roles);
    }

    [Fact]
    public async Task Of_somebody_without_a_role_are_told_so()
    {
        Assert.Contains("I do not know you yet", (await bot.SayAsync("How many tickets?", user: "nobody", roles: "")).Single().Words);
    }

    [Theory]
    [InlineData("typing")]
    [InlineData("messageReaction")]
    [InlineData("somethingOf2031")]
    public async Task Of_kinds_that_ask_nothing_are_taken_in_silence(string type)
    {
        var before = bot.Connector.Calls.Count;

        var (status, _) = await bot.SendAsync(BotProduct.Activity(type));

        Assert.Equal(200, status);
        Assert.Equal(before, bot.Connector.Calls.Count);
    }

    [Fact]
    public async Task That_are_invokes_of_an_unknown_kind_are_said_to_be_not_implemented()
    {
        var invoke = BotProduct.Activity("invoke");
        invoke["name"] = "composeExtension/query";

        Assert.Equal(501, (await bot.SendAsync(invoke)).Status);
    }

    [Theory]
    [InlineData("message/submitAction", """{"actionName":"feedback","actionValue":{"reaction":"like","feedback":"{\"feedbackText\":\"fine\"}"}}""")]
    [InlineData("message/submitAction", """{"odd":[1]}""")]
    [InlineData("message/fetchTask", """{"data":{}}""")]
    public async Task That_are_feedback_are_answered_with_an_empty_object(string name, string value)
    {
        var invoke = BotProduct.Activity("invoke");
        invoke["name"] = name;
        invoke["value"] = JsonNode.Parse(value);

        var (status, body) = await bot.SendAsync(invoke);

        Assert.Equal(200, status);
        Assert.Equal("{}", body.GetRawText());
    }
}
