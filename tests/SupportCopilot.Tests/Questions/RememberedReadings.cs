using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SupportCopilot.Access;
using SupportCopilot.Tickets;

namespace SupportCopilot.Tests.Questions;

/// <summary>Who chose a reading is not asked again, can see and undo the choice, and is the only one who is read so.</summary>
public sealed class RememberedReadings(QuestionDesk desk) : IClassFixture<QuestionDesk>
{
    [Fact]
    public async Task A_choice_is_made_by_asking_its_own_words_next()
    {
        var text = await ChoiceAsync("urgent tickets last month", "tag is urgent", "una");
        await desk.AskAsync(text, "una");

        var again = await desk.AskAsync("urgent tickets last week by channel", "una");

        Assert.Equal("answer", again.GetProperty("kind").GetString());
        Assert.Contains("tag is urgent", again.GetProperty("interpretation").GetString());
        Assert.Contains("as you chose", again.GetProperty("interpretation").GetString());
        Assert.Equal("choices", (await desk.AskAsync("urgent tickets last month", "another")).GetProperty("kind").GetString());
    }

    [Fact]
    public async Task The_word_itself_is_a_third_choice_and_remembered_like_the_others()
    {
        var text = await ChoiceAsync("urgent tickets last month", "contains \"urgent\"", "wanda");
        await desk.AskAsync(text, "wanda");
        Assert.Contains("contains \"urgent\"", (await desk.AskAsync("urgent tickets this year", "wanda")).GetProperty("interpretation").GetString());
    }

    [Fact]
    public async Task An_agents_first_name_is_remembered()
    {
        await desk.AskAsync(await ChoiceAsync("tickets assigned to Jonas", "Jonas Keller", "ulf"), "ulf");
        Assert.Contains("agent is Jonas Keller", (await desk.AskAsync("solved tickets assigned to Jonas last month", "ulf")).GetProperty("interpretation").GetString());
    }

    [Fact]
    public async Task The_same_words_later_choose_nothing()
    {
        var text = await ChoiceAsync("urgent tickets last month", "tag is urgent", "vera");
        await desk.AskAsync("tickets yesterday", "vera");
        await desk.AskAsync(text, "vera");
        Assert.Equal("choices", (await desk.AskAsync("urgent tickets last month", "vera")).GetProperty("kind").GetString());
    }

    [Fact]
    public async Task One_tap_switches_a_remembered_reading_to_the_other()
    {
        await desk.AskAsync(await ChoiceAsync("urgent tickets last month", "tag is urgent", "tara"), "tara");
        var answer = await desk.AskAsync("urgent tickets last month", "tara");
        await desk.AskAsync(answer.GetProperty("suggestions")[0].GetString()!, "tara");
        Assert.Contains("priority is urgent", (await desk.AskAsync("urgent tickets last month", "tara")).GetProperty("interpretation").GetString());
    }

    [Fact]
    public async Task One_tap_switches_the_weeks_and_that_is_remembered()
    {
        var monday = await desk.AskAsync("tickets last week", "will");
        Assert.Equal("2026-03-23 – 2026-03-29", Days(monday));
        await desk.AskAsync(monday.GetProperty("suggestions")[0].GetString()!, "will");

        var sunday = await desk.AskAsync("tickets last week", "will");

        Assert.Equal("2026-03-22 – 2026-03-28", Days(sunday));
        Assert.Contains("weeks begin on Sunday, as you chose", sunday.GetProperty("interpretation").GetString());
        await desk.AskAsync(sunday.GetProperty("suggestions")[0].GetString()!, "will");
        Assert.Equal("2026-03-23 – 2026-03-29", Days(await desk.AskAsync("tickets last week", "will")));
    }

    [Fact]
    public async Task Choices_are_listed_and_forgotten_by_their_person_alone()
    {
        await desk.AskAsync(await ChoiceAsync("urgent tickets last month", "tag is urgent", "xena"), "xena");
        var own = (await desk.As(Role.Analyst, user: "xena").GetAsync<JsonElement>("/api/questions/choices")).GetProperty("items").EnumerateArray().Single();
        Assert.Equal(("urgent", "tag is urgent"), (own.GetProperty("words").GetString(), own.GetProperty("label").GetString()));
        Assert.Empty((await desk.As(Role.Admin, user: "nosy").GetAsync<JsonElement>("/api/questions/choices")).GetProperty("items").EnumerateArray());
        var at = $"/api/questions/choices/{own.GetProperty("id").GetInt64()}";
        Assert.Equal(HttpStatusCode.NotFound, await DeleteAsync(at, "nosy"));
        Assert.Equal(HttpStatusCode.NoContent, await DeleteAsync(at, "xena"));
        Assert.Equal("choices", (await desk.AskAsync("urgent tickets last month", "xena")).GetProperty("kind").GetString());
    }

    private static string? Days(JsonElement answer) => answer.GetProperty("plan").GetProperty("days").GetString();

    private async Task<string> ChoiceAsync(string question, string label, string user)
    {
        var asked = await desk.AskAsync(question, user);
        Assert.Equal("choices", asked.GetProperty("kind").GetString());
        return asked.GetProperty("choices").EnumerateArray().Single(choice => choice.GetProperty("label").GetString()!.Contains(label, StringComparison.Ordinal)).GetProperty("text").GetString()!;
    }

    private async Task<HttpStatusCode> DeleteAsync(string address, string user)
    {
        using var response = await desk.As(Role.Analyst | Role.Admin, user: user).DeleteAsync(address, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}
