using SupportCopilot.Questions.Dates;

namespace SupportCopilot.Tests.Questions.Dates;

/// <summary>What phrases mean, asked on Wednesday 18 March 2026 at 14:30 in London.</summary>
public sealed class DatePhrases
{
    [Theory]
    [MemberData(nameof(Rows))]
    public void Mean_their_days(string phrase, string days)
    {
        var read = DateTable.Whole(phrase, DateTable.Wednesday);

        Assert.True(read.Count > 0, $"«{phrase}» has no reading of all its words.");
        Assert.Equal(days, read[0].Days());
    }

    public static TheoryData<string, string> Rows()
    {
        var rows = new TheoryData<string, string>();
        // Phrase | first day..last day, both counted in; nothing before the dots is all of the past.
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "date-phrases.txt")))
            if (line.Split('|', StringSplitOptions.TrimEntries) is [var phrase, var days]) rows.Add(phrase, days);
        return rows;
    }

    [Theory]
    [InlineData("early March")]
    [InlineData("end of March")]
    [InlineData("a few weeks")]
    [InlineData("Easter week")]
    [InlineData("last few days")]
    [InlineData("recently")]
    [InlineData("lately")]
    [InlineData("30 February")]
    [InlineData("31/02/2026")]
    [InlineData("2026-13-01")]
    [InlineData("week 60")]
    public void Vague_and_impossible_ones_mean_nothing(string phrase) => Assert.Empty(DateTable.Whole(phrase, DateTable.Wednesday));

    [Fact]
    public void A_name_that_is_also_a_month_wants_support()
    {
        var may = Assert.Single(DateTable.All("tickets of Mark May", DateTable.Wednesday), r => r.Start == 3);
        var inMay = Assert.Single(DateTable.All("tickets in May", DateTable.Wednesday), r => r.Start == 1);

        Assert.True(may.Score < .5);
        Assert.True(inMay.Score > .7);
        Assert.DoesNotContain(DateTable.All("Mark", DateTable.Wednesday), _ => true);
    }
}
