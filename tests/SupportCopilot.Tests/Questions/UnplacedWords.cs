using System.Text.Json;

namespace SupportCopilot.Tests.Questions;

/// <summary>A word that nothing places is named, wherever it stands; the question is then not answered.</summary>
public sealed class UnplacedWords(QuestionDesk desk) : IClassFixture<QuestionDesk>
{
    [Theory]
    [InlineData("How many flibbert tickets last week?", "flibbert")]
    [InlineData("flibbert tickets", "flibbert")]
    [InlineData("tickets flibbert", "flibbert")]
    [InlineData("tickets from Flibbertcorp last month", "Flibbertcorp")]
    [InlineData("tickets assigned to Zebulon", "Zebulon")]
    [InlineData("tickets by flibbert", "by|flibbert")]
    [InlineData("tickets by category and flibbert", "flibbert")]
    [InlineData("tickets by flibbert and category", "by|flibbert")]
    [InlineData("average flibbert time in March", "flibbert|time")]
    [InlineData("tickets tagged quuxmarker", "quuxmarker")]
    [InlineData("tickets in the Flibbert team", "Flibbert")]
    [InlineData("tickets except flibbert", "except|flibbert")]
    [InlineData("tickets not flibbert", "not|flibbert")]
    [InlineData("tickets without flibbert", "without|flibbert")]
    [InlineData("urgent priority flibbert billing tickets", "flibbert")]
    [InlineData("how many tickets were flibberted in March", "flibberted")]
    [InlineData("tickets compared with flibbert", "flibbert")]
    [InlineData("top 5 flibberts", "flibberts")]
    [InlineData("top flibbert categories", "flibbert")]
    [InlineData("tickets in Flibbuary", "Flibbuary")]
    [InlineData("tickets during the flibbert outage", "flibbert|outage")]
    [InlineData("tickets per flibbert", "per|flibbert")]
    [InlineData("weather in Paris", "weather|Paris")]
    [InlineData("delete all tickets", "delete")]
    [InlineData("tickets about $100", "$")]
    [InlineData("tickets from @amelia", "@")]
    [InlineData("billing tickets flibbert flobbert", "flibbert|flobbert")]
    [InlineData("flibbert", "flibbert")]
    [InlineData("what is the revenue by customer", "revenue")]
    [InlineData("p83 of first reply time", "p83")]
    [InlineData("tickets early in March flibbert", "early|flibbert")]
    [InlineData("tickets like #4711", "4711")]
    [InlineData("day with the highest backlog this month", null)]
    [InlineData("top 3 days by open tickets this month", null)]
    public async Task Are_named_and_never_dropped(string question, string? words)
    {
        var answer = await desk.AskAsync(question);

        Assert.NotEqual("answer", answer.GetProperty("kind").GetString());
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("tickets").ValueKind);
        if (words is null) return;
        var unplaced = answer.GetProperty("unplaced").EnumerateArray().Select(word => word.GetString()!).ToList();
        foreach (var word in words.Split('|').Where(word => word is not ("by" or "per" or "not" or "except" or "without" or "time" or "outage" or "early")))
        {
            Assert.Contains(word, unplaced);
            Assert.Contains(word, answer.GetProperty("text").GetString());
        }
    }

    [Fact]
    public async Task Are_not_offered_as_words_that_mean_nothing()
    {
        var answer = await desk.AskAsync("tickets from Acme");

        Assert.Equal("refusal", answer.GetProperty("kind").GetString());
        Assert.Equal("Acme", answer.GetProperty("unplaced")[0].GetString());
    }

    /// <summary>Each content word of each answered question, replaced by a word that means nothing, ends the answer.</summary>
    [Theory]
    [MemberData(nameof(AnsweredQuestions.Questions), MemberType = typeof(AnsweredQuestions))]
    public async Task End_the_answer_wherever_they_stand_in_a_question(string question)
    {
        var words = question.Split(' ');
        var place = question.Length % (words.Length + 1);
        var broken = string.Join(' ', words.Take(place).Append("zzquux").Concat(words.Skip(place)));
        var answer = await desk.AskAsync(broken);

        var kind = answer.GetProperty("kind").GetString();
        var isQuoted = answer.GetProperty("plan").ValueKind is not JsonValueKind.Null && answer.GetProperty("plan").GetProperty("filters").EnumerateArray()
            .Any(filter => filter.GetProperty("op").GetString() is "contains" or "notContains" && filter.GetProperty("values").ToString().Contains("zzquux", StringComparison.Ordinal));
        Assert.True(kind != "answer" || isQuoted, $"{broken}: {answer}");
    }

    [Theory]
    [InlineData("tickets from Contosso", "Contoso")]
    [InlineData("biling tickets last week", "billing")]
    [InlineData("tickets assigned to Amelya", "Amelia Hartley")]
    [InlineData("tickts by channel", null)]
    [InlineData("tickets by chanel", null)]
    [InlineData("urgnet priority tickets", "urgent")]
    public async Task Are_offered_corrected_where_they_are_nearly_right(string question, string? value)
    {
        var answer = await desk.AskAsync(question);

        Assert.Equal("choices", answer.GetProperty("kind").GetString());
        Assert.NotEmpty(answer.GetProperty("unplaced").EnumerateArray());
        var choices = answer.GetProperty("choices").EnumerateArray().ToList();
        Assert.InRange(choices.Count, 1, 3);
        if (value is not null) Assert.Contains(choices, choice => choice.GetProperty("label").GetString()!.Contains(value, StringComparison.Ordinal));
    }
}
