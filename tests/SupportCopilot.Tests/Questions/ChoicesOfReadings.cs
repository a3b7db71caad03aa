using System.Text.Json;

namespace SupportCopilot.Tests.Questions;

/// <summary>Where two readings are as likely as each other, the asker chooses.</summary>
public sealed class ChoicesOfReadings(QuestionDesk desk) : IClassFixture<QuestionDesk>
{
    [Theory]
    [InlineData("urgent tickets last month", "priority is urgent", "tag is urgent")]
    [InlineData("tickets assigned to Jonas", "agent is Jonas Brandt", "agent is Jonas Keller")]
    [InlineData("bug tickets", "tag is bug", "root cause is bug")]
    [InlineData("open tickets last week", "open at the end of", "status is not solved or closed")]
    [InlineData("slowest group", "first reply time", "resolution time")]
    public async Task Each_have_a_count_and_words_with_that_reading_alone(string question, string first, string second)
    {
        var asked = await desk.AskAsync(question);

        Assert.Equal("choices", asked.GetProperty("kind").GetString());
        var choices = asked.GetProperty("choices").EnumerateArray().ToList();
        Assert.InRange(choices.Count, 2, 3);
        Assert.Contains(choices, choice => Label(choice).Contains(first, StringComparison.Ordinal));
        Assert.Contains(choices, choice => Label(choice).Contains(second, StringComparison.Ordinal));
        foreach (var choice in choices)
        {
            var answer = await desk.AskAsync(choice.GetProperty("text").GetString()!);
            Assert.Equal("answer", answer.GetProperty("kind").GetString());
            Assert.Equal(Label(choice), answer.GetProperty("interpretation").GetString());
            Assert.Equal(choice.GetProperty("count").GetInt32(), answer.GetProperty("tickets").GetProperty("count").GetInt32());
        }
    }

    private static string Label(JsonElement choice) => choice.GetProperty("label").GetString()!;
}
