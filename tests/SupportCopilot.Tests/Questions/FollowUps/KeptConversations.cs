using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;

namespace SupportCopilot.Tests.Questions.FollowUps;

/// <summary>Whose conversation it is, and what is kept of it.</summary>
public sealed class KeptConversations(QuestionDesk desk) : IClassFixture<QuestionDesk>
{
    [Fact]
    public async Task Show_what_was_changed_and_every_filter_that_stays()
    {
        var talk = new Conversing(desk);
        await talk.SayAllAsync("tickets last month", "only priority high");

        var answer = await talk.SayAsync("and for chat?");

        Assert.EndsWith("Changed: channel chat added.", answer.GetProperty("text").GetString());
        Assert.Equal("tickets created 2026-02-01 – 2026-02-28 (Europe/London), channel is chat, priority is high", Conversing.Told(answer));
    }

    [Fact]
    public async Task Are_never_read_by_another_person_under_the_same_id()
    {
        var id = Guid.NewGuid().ToString("N");
        await new Conversing(desk, "anna", id).SayAsync("billing tickets last month");

        var other = await new Conversing(desk, "berta", id).SayAsync("and by channel?");
        var own = await new Conversing(desk, "anna", id).SayAsync("and by channel?");

        Assert.Equal("refusal", other.GetProperty("kind").GetString());
        Assert.Contains("earlier question", other.GetProperty("text").GetString());
        Assert.Contains("category is billing", Conversing.Told(own));
    }

    [Fact]
    public async Task Are_not_those_of_another_tenant()
    {
        var id = Guid.NewGuid().ToString("N");
        await new Conversing(desk, "anna", id).SayAsync("billing tickets last month");

        Assert.Equal(0, await desk.DatabaseAsync(db => db.QuestionConversations.CountAsync(row => row.Conversation == id), "rival-desk"));
        Assert.Equal(1, await desk.DatabaseAsync(db => db.QuestionConversations.CountAsync(row => row.Conversation == id)));
    }

    [Fact]
    public async Task Stand_in_the_database_alone_so_that_a_restart_forgets_nothing()
    {
        var talk = new Conversing(desk);
        await talk.SayAsync("billing tickets last month");

        // Each request has a scope of its own; nothing else than the row carries over.
        var state = await desk.DatabaseAsync(db => db.QuestionConversations.OrderByDescending(row => row.Id).Select(row => row.State).FirstAsync());

        Assert.Contains("billing", state, StringComparison.Ordinal);
        Assert.Contains("category is billing", Conversing.Told(await talk.SayAsync("by agent")));
    }

    [Fact]
    public async Task Stay_whole_when_messages_come_at_once()
    {
        var id = Guid.NewGuid().ToString("N");
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(n => new Conversing(desk, "anna", id).SayAsync(n % 2 == 0 ? "billing tickets last month" : "shipping tickets in January")));

        Assert.All(answers, answer => Assert.Equal("answer", answer.GetProperty("kind").GetString()));
        var next = Conversing.Told(await new Conversing(desk, "anna", id).SayAsync("by agent"));
        Assert.Contains(next, new[]
        {
            "tickets created 2026-02-01 – 2026-02-28 (Europe/London), category is billing, by agent",
            "tickets created 2026-01-01 – 2026-01-31 (Europe/London), category is shipping, by agent",
        });
    }

    [Theory]
    [InlineData("what about February?")]
    [InlineData("and by channel?")]
    [InlineData("same for Contoso")]
    [InlineData("show me those tickets")]
    [InlineData("by category instead")]
    [InlineData("without the priority filter")]
    [InlineData("sort by CSAT")]
    public async Task Are_what_a_fragment_needs_which_says_so_where_there_is_none(string fragment)
    {
        var alone = await desk.AskAsync(fragment);
        var first = await new Conversing(desk).SayAsync(fragment);

        Assert.All(new[] { alone, first }, answer => Assert.Equal("refusal", answer.GetProperty("kind").GetString()));
        Assert.Contains("no conversation was named", alone.GetProperty("text").GetString());
        Assert.Contains("earlier question", first.GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("how many tickets are open now?")]
    [InlineData("how many tickets are open currently?")]
    [InlineData("just the open tickets")]
    [InlineData("now how many tickets are open?")]
    [InlineData("open tickets across all channels")]
    [InlineData("how many tickets without a tag")]
    [InlineData("all tickets")]
    public async Task Are_not_needed_by_a_question_that_names_its_figure(string question)
    {
        Assert.Equal("answer", (await desk.AskAsync(question)).GetProperty("kind").GetString());
        Assert.Equal("answer", (await new Conversing(desk).SayAsync(question)).GetProperty("kind").GetString());
    }

    [Theory]
    [InlineData("the first one", 0)]
    [InlineData("2", 1)]
    [InlineData("the second", 1)]
    [InlineData("priority", 0)]
    [InlineData("the tag", 1)]
    public async Task Take_a_choice_by_its_place_or_its_words(string said, int place)
    {
        var talk = new Conversing(desk, Guid.NewGuid().ToString("N"));   // whoever chose before is not asked again
        var asked = await talk.SayAsync("urgent tickets last month");
        var label = asked.GetProperty("choices")[place].GetProperty("label").GetString();

        Assert.Equal(label, Conversing.Told(await talk.SayAsync(said)));
        Assert.StartsWith(label!, Conversing.Told(await talk.SayAsync("by channel")));
    }

    [Fact]
    public async Task Take_a_yes_to_what_was_meant()
    {
        var talk = new Conversing(desk);
        var asked = await talk.SayAsync("biling tickets last month");
        Assert.Single(asked.GetProperty("choices").EnumerateArray());

        Assert.Contains("category is billing", Conversing.Told(await talk.SayAsync("yes")));
    }

    [Fact]
    public async Task Offer_for_a_misspelt_follow_up_what_it_would_have_changed()
    {
        var talk = new Conversing(desk);
        await talk.SayAsync("tickets last month by agent");

        var asked = await talk.SayAsync("and for shippin?");

        Assert.Equal("choices: tickets created 2026-02-01 – 2026-02-28 (Europe/London), category is shipping, by agent", Conversing.Told(asked));
    }

    [Fact]
    public async Task Give_the_tickets_behind_a_figure_with_the_list_of_all_of_them()
    {
        var talk = new Conversing(desk);
        var figure = await talk.SayAsync("billing tickets last month");

        var list = await talk.SayAsync("show me those tickets");

        var count = figure.GetProperty("tickets").GetProperty("count").GetInt32();
        Assert.Equal(count, list.GetProperty("tickets").GetProperty("count").GetInt32());
        Assert.Equal(count, (await desk.DrillAsync(list)).Count);
        Assert.Equal("ticket", list.GetProperty("columns")[0].GetProperty("name").GetString());
        var shown = list.GetProperty("rows").EnumerateArray().Select(row => row[0].GetString()).ToList();
        Assert.NotEmpty(shown);
        Assert.Subset((await desk.DrillAsync(figure)).ToHashSet(), shown.ToHashSet()!);
    }

    [Theory]
    [InlineData("tickets last month by channel", "and by agent?")]
    [InlineData("chat tickets with priority high last month", "as a percentage")]
    public async Task Ask_where_a_follow_up_can_mean_two_things(string first, string then)
    {
        var talk = new Conversing(desk);
        await talk.SayAsync(first);

        Assert.Equal("choices", (await talk.SayAsync(then)).GetProperty("kind").GetString());
    }

    [Fact]
    public async Task Join_two_figures_that_differ_by_one_value()
    {
        var talk = new Conversing(desk);
        await talk.SayAllAsync("web tickets last month", "and chat?");

        Assert.Equal("tickets created 2026-02-01 – 2026-02-28 (Europe/London), channel is web or chat", Conversing.Told(await talk.SayAsync("both together")));
    }

    [Fact]
    public async Task Go_back_to_the_figure_before()
    {
        var talk = new Conversing(desk);
        var before = await talk.SayAsync("web tickets last month");

        Assert.Equal(Conversing.Told(before), Conversing.Told(await talk.SayAllAsync("by agent", "undo that")));
    }

    [Theory]
    [InlineData("which day had the most?", "highest 1")]
    [InlineData("average per day", "per day")]
    [InlineData("how many of those are still open?", "status is not solved or closed")]
    public async Task Keep_their_period_where_a_short_question_does_not_name_one(string then, string asked)
    {
        var talk = new Conversing(desk);

        var told = Conversing.Told(await talk.SayAllAsync("web tickets last month", then));

        Assert.Contains("2026-02-01 – 2026-02-28 (Europe/London)", told);
        Assert.Contains("channel is web", told);
        Assert.Contains(asked, told);
    }

    [Theory]
    [InlineData("median resolution time last month by agent", "in hours")]
    [InlineData("csat last month by agent", "only those with more than 10 tickets")]
    [InlineData("tickets last month by agent", "export that")]
    [InlineData("tickets last month by agent", "older than the moon")]
    [InlineData("tickets last month", "the first one")]
    public async Task Do_nothing_to_a_figure_that_the_words_do_not_say(string first, string then)
    {
        var talk = new Conversing(desk);
        await talk.SayAsync(first);

        Assert.NotEqual("answer", (await talk.SayAsync(then)).GetProperty("kind").GetString());
    }

    [Fact]
    public async Task Refuse_what_cannot_be_done_to_the_figure_and_keep_it()
    {
        var talk = new Conversing(desk);
        await talk.SayAsync("billing tickets last month");

        Assert.Contains("no filter on priority", (await talk.SayAsync("without the priority filter")).GetProperty("text").GetString());
        Assert.Contains("no groups", (await talk.SayAsync("top 3 of these")).GetProperty("text").GetString());
        Assert.Contains("zebra", (await talk.SayAsync("and for zebras?")).GetProperty("text").GetString());
        Assert.Contains("category is billing, by channel", Conversing.Told(await talk.SayAsync("by channel")));
    }

    [Fact]
    public async Task Forget_the_figure_once_the_asker_sees_less()
    {
        var talk = new Conversing(desk, "dora");
        await talk.SayAsync("tickets last month of Contoso");
        await desk.DatabaseAsync(async db =>
        {
            var dora = await db.People.SingleAsync(person => person.Name == "dora");
            var group = await db.Groups.SingleAsync(one => one.Name == "Devices");
            db.PersonScopes.Add(new PersonScope { PersonId = dora.Id, Kind = ScopeKind.Group, Value = $"{group.Id}" });
            await db.SaveChangesAsync();
            return 0;
        });

        var answer = await talk.SayAsync("and by channel?");

        Assert.Equal("refusal", answer.GetProperty("kind").GetString());
        Assert.DoesNotContain("Contoso", answer.GetProperty("text").GetString());
    }
}
