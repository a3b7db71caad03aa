using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SupportCopilot.Clusters;
using SupportCopilot.Tests.Clusters;

namespace SupportCopilot.Tests.Questions.Reasons;

/// <summary>Questions for reasons, on a desk whose reasons are known.</summary>
public sealed class PlantedReasons(WhyDesk desk) : IClassFixture<WhyDesk>
{
    [Theory]
    [InlineData("why are customers complaining about checkout in March?")]
    [InlineData("why were people unhappy about checkout in March 2026")]
    [InlineData("what are the main reasons for complaints about checkout in March?")]
    public async Task Complaints_fall_into_the_planted_themes_with_their_shares(string question)
    {
        var answer = await desk.AskAsync(question);

        Assert.Equal(("answer", 12), (answer.Kind(), answer.Count()));
        var themes = answer.Themes();
        Assert.Equal(["payment failed", "coupon", "slow pages"], themes.Keys);
        Assert.Equal([(6, 0.5, 1), (4, 0.333333, 2), (2, 0.166667, 0)], themes.Values.Select(theme => (theme.GetProperty("tickets").GetInt32(), theme.GetProperty("share").GetDouble(), theme.GetProperty("before").GetInt32())));
        Assert.Equal(12, answer.GetProperty("total").GetInt32());
        Assert.Contains("about: \"checkout\"", answer.GetProperty("interpretation").GetString());
        Assert.Equal(12, (await desk.DrillAsync(answer)).Distinct().Count());
    }

    [Theory]
    [InlineData("why are customers complaining about checkout in March?", "theme,tickets,tickets before,tickets change,shareOfAll\r\npayment failed,6,1,5,0.5\r\ncoupon,4,2,1,0.333333\r\nslow pages,2,0,,0.166667\r\n")]
    [InlineData("what drove the rise in tickets in March?", "category,tickets,tickets before,tickets change,contribution\r\nshipping,30,10,2,0.909091\r\n")]
    public async Task An_exported_answer_has_the_rows_that_were_given(string question, string begins)
    {
        var answer = await desk.AskAsync(question);
        using var client = desk.As(SupportCopilot.Access.Role.Analyst);

        Assert.StartsWith(begins, await client.GetStringAsync($"/api/questions/{answer.GetProperty("id").GetString()}/export?format=csv&about=false", TestContext.Current.CancellationToken));
        Assert.Equal("groupedBar", answer.GetProperty("chart").GetProperty("type").GetString());
    }

    [Fact]
    public async Task Each_theme_cites_three_tickets_in_words_that_stand_in_their_requesters_public_comment()
    {
        var answer = await desk.AskAsync("why are customers complaining about checkout in March?");

        Assert.Equal([3, 3, 2], answer.Themes().Values.Select(theme => theme.GetProperty("quotes").GetArrayLength()));
        foreach (var quote in answer.Quotes())
        {
            var id = quote.GetProperty("ticketId").GetInt64();
            var external = await desk.DatabaseAsync(db => db.Tickets.Where(t => t.Id == id).Select(t => t.ExternalId).SingleAsync());
            Assert.Contains(quote.GetProperty("text").GetString()!, desk.Said[external]);
        }
    }

    [Theory]
    [InlineData("what drove the rise in tickets in March?")]
    [InlineData("why did tickets go up in March compared with February?")]
    [InlineData("what's behind the increase in ticket volume in March 2026")]
    [InlineData("why did tickets rise from February to March?")]
    public async Task A_rise_is_split_into_parts_that_add_up_to_it(string question)
    {
        var answer = await desk.AskAsync(question);

        Assert.Equal(("answer", 62), (answer.Kind(), answer.Count()));
        var byCategory = answer.GetProperty("contributions").EnumerateArray().Where(part => part.GetProperty("dimension").GetString() == "category").ToDictionary(part => part.GetProperty("value").GetString()!, part => part.GetProperty("contribution").GetDouble());
        Assert.Equal(20 / 22.0, byCategory["shipping"], 5);
        Assert.Equal(2 / 22.0, byCategory["billing"], 5);
        Assert.Equal(0, byCategory["account"], 5);
        Assert.Contains("shipping accounts for 90.9 % of the rise (10 before, 30 now)", answer.Words());
        Assert.Contains("not what caused it", answer.Words());
        foreach (var dimension in answer.GetProperty("contributions").EnumerateArray().GroupBy(part => part.GetProperty("dimension").GetString()))
            Assert.Equal(1, dimension.Sum(part => part.GetProperty("contribution").GetDouble()), 4);
        Assert.Equal(62, (await desk.DrillAsync(answer)).Count);
    }

    [Fact]
    public async Task The_drop_of_an_average_is_split_by_what_its_parts_became_and_weigh()
    {
        var answer = await desk.AskAsync("why did CSAT drop in March?");

        Assert.Equal("answer", answer.Kind());
        var parts = answer.GetProperty("contributions").EnumerateArray().Where(part => part.GetProperty("dimension").GetString() == "category").ToDictionary(part => part.GetProperty("value").GetString()!, part => part.GetProperty("contribution").GetDouble());
        Assert.Equal([1, 0, 0], new[] { "shipping", "billing", "account" }.Select(part => Math.Round(parts[part], 5)));   // all others rated 1 before and after
        Assert.Contains("by category, shipping accounts for 100 % of the drop", answer.Words(), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("why did CSAT rise in March?", "CSAT did not rise: 100 % in 1–28 Feb 2026,")]
    [InlineData("why did tickets drop in March?", "Tickets did not drop: 40 in 1–28 Feb 2026, 62 in March 2026")]
    [InlineData("what explains the spike in account tickets in March?", "Tickets with category account did not change: 10 in 1–28 Feb 2026, 10 in March 2026")]
    public async Task What_did_not_happen_is_refused_with_the_figures(string question, string says)
    {
        var answer = await desk.AskAsync(question);

        Assert.Equal("refusal", answer.Kind());
        Assert.StartsWith(says, answer.Words());
    }

    [Theory]
    [InlineData("what drove the rise in tickets?")]
    [InlineData("why are shipping tickets rising?")]
    public async Task A_change_without_a_period_asks_for_one(string question)
    {
        var answer = await desk.AskAsync(question);

        Assert.Equal(("choices", 3), (answer.Kind(), answer.GetProperty("choices").GetArrayLength()));
        var month = answer.GetProperty("choices")[1].GetProperty("text").GetString()!;
        Assert.Equal("answer", (await desk.AskAsync(month)).Kind());
    }

    [Theory]
    [InlineData("why are we so slow?")]
    [InlineData("why were we so bad in March?")]
    public async Task A_level_without_its_figure_asks_for_the_figure(string question)
    {
        var answer = await desk.AskAsync(question);

        Assert.Equal("refusal", answer.Kind());
        Assert.Contains("Name the figure", answer.Words());
    }

    [Fact]
    public async Task A_follow_up_asks_why_of_the_figure_before()
    {
        var figure = await desk.AskAsync("tickets in March", conversation: "c-1");
        var why = await desk.AskAsync("why?", conversation: "c-1");

        Assert.Equal(("answer", figure.Count()), (why.Kind(), why.Count()));
        Assert.Contains("Tickets rose from 40 in 1–28 Feb 2026", why.Words());
        Assert.Equal("refusal", (await desk.AskAsync("why?", conversation: "c-2")).Kind());
    }

    [Fact]
    public async Task A_word_that_is_neither_value_nor_day_is_what_the_tickets_speak_about()
    {
        var answer = await desk.AskAsync("what drove the rise in coupon problems in March?");

        Assert.Contains("coupon", answer.GetProperty("interpretation").GetString() + answer.GetProperty("choices"));
        var change = await desk.AskAsync("why did password change tickets drop in March?");
        Assert.DoesNotContain("answer", change.Kind());
    }

    [Fact]
    public async Task Nothing_is_recommended_but_what_was_approved()
    {
        await using var own = new WhyDesk();
        await own.InitializeAsync();
        var tickets = await own.DatabaseAsync(db => db.Tickets.Where(t => t.Given.Subcategory == "payment failed").Select(t => t.Id).ToListAsync());
        var cluster = await own.HasClusterOfAsync(tickets, "Ask the bank to lift the block on online payments.", "Card declined at checkout");
        const string Question = "why are customers complaining about checkout in March?";
        Assert.Equal(JsonValueKind.Null, (await own.AskAsync(Question)).Themes()["Card declined at checkout"].GetProperty("recommendation").ValueKind);

        await own.DatabaseAsync(async db =>
        {
            db.Clusters.Single(c => c.Id == cluster).State = ClusterState.Approved;
            return await db.SaveChangesAsync();
        });

        var theme = (await own.AskAsync(Question)).Themes()["Card declined at checkout"];
        Assert.Equal(("cluster", 6), (theme.GetProperty("from").GetString(), theme.GetProperty("tickets").GetInt32()));
        Assert.Equal("Ask the bank to lift the block on online payments.", theme.GetProperty("recommendation").GetProperty("text").GetString());
        Assert.Equal("approved resolution of the cluster", theme.GetProperty("recommendation").GetProperty("source").GetString());
    }

    [Theory]
    [InlineData("why did the number of customers rise in March?")]
    [InlineData("why did the number of different requesters go up in March?")]
    public async Task A_figure_that_does_not_come_apart_is_not_taken_apart(string question)
    {
        var answer = await desk.AskAsync(question);

        Assert.NotEqual("answer", answer.Kind());
    }

    [Theory]
    [InlineData("why ")]
    [InlineData("why are customers complaining about ")]
    [InlineData("what drove the rise in ")]
    [InlineData("what did Contoso say about \"")]
    public async Task Nonsense_in_a_frame_is_answered_within_a_second(string frame)
    {
        foreach (var rest in new[] { string.Concat(Enumerable.Repeat("in ", 500)), string.Concat(Enumerable.Repeat("about last week ", 60)), "\u202e\ud83d\ude00 '; DROP TABLE Tickets; --", "\"\"\"\"", new string('x', 1500) })
        {
            var text = (frame + rest)[..Math.Min(2000, frame.Length + rest.Length)];
            var started = TimeProvider.System.GetTimestamp();
            var answer = await desk.AskAsync(text);
            Assert.True(TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromSeconds(5), text);   // on a busy machine
            Assert.True(answer.Kind() is "refusal" or "choices" || answer.Count() == 0 || answer.GetProperty("interpretation").GetString() is { Length: > 0 });
        }
    }
}
