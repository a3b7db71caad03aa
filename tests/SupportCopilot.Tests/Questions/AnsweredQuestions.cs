using System.Text.Json;
using SupportCopilot.Tests.Questions.Tables;

namespace SupportCopilot.Tests.Questions;

/// <summary>Questions asked over HTTP, held against figures that the tests count themselves in the incoming tickets.</summary>
public sealed class AnsweredQuestions(QuestionDesk desk) : IClassFixture<QuestionDesk>
{
    private static readonly Dictionary<string, Func<QuestionDesk, Expected>> Tables =
        WrittenBefore.All.Concat(CountsAndFilters.All).Concat(GroupsAndRanks.All).Concat(TimesAndShares.All).Concat(PeriodsAndTrends.All)
            .ToDictionary(row => row.Question, row => row.Expected);

    [Fact]
    public async Task Of_a_backlog_in_steps_list_the_tickets_of_its_last_moment()
    {
        var answer = await desk.AskAsync("backlog per week in the last 2 months");

        var last = answer.GetProperty("rows").EnumerateArray().Last()[1].GetInt32();
        Assert.NotEqual(0, last);
        Assert.Equal(last, answer.GetProperty("tickets").GetProperty("count").GetInt32());
        Assert.Contains($"at the end {last} tickets were open", answer.GetProperty("text").GetString());
    }

    public static TheoryData<string> Questions => [.. Tables.Keys];

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task Are_answered_with_the_figures_of_the_tickets(string question)
    {
        var expected = Tables[question](desk);
        var answer = await desk.AskAsync(question);

        Assert.True(answer.GetProperty("kind").GetString() == "answer", answer.ToString());
        var rows = answer.GetProperty("rows").EnumerateArray().Select(row => Read(answer, row)).ToList();
        SameRows(expected, rows, answer);
        if (expected.Total is not double.NaN) Assert.Equal(expected.Total, answer.GetProperty("total").ValueKind is JsonValueKind.Null ? null : answer.GetProperty("total").GetDouble());

        var ids = await desk.DrillAsync(answer);
        Assert.Equal(answer.GetProperty("tickets").GetProperty("count").GetInt32(), ids.Count);
        Assert.Equal(expected.Tickets.Select(t => t.ExternalId).Order(), ids.Order());
    }

    private static void SameRows(Expected expected, List<Row> rows, JsonElement answer)
    {
        var wanted = expected.Rows;
        if (!expected.Ordered) (wanted, rows) = ([.. wanted.OrderBy(row => row.Key, StringComparer.Ordinal)], [.. rows.OrderBy(row => row.Key, StringComparer.Ordinal)]);
        Assert.True(wanted.Select(row => row.Key).SequenceEqual(rows.Select(row => row.Key)), $"expected {string.Join("; ", wanted.Select(row => row.Key))}\n{answer}");
        foreach (var (want, got) in wanted.Zip(rows))
        {
            Assert.True(want.Figures.Count == got.Figures.Count && want.Figures.Zip(got.Figures).All(pair => Near(pair.First, pair.Second)),
                $"{want.Key}: expected {string.Join(", ", want.Figures)}, got {string.Join(", ", got.Figures)}\n{answer}");
        }
    }

    private static bool Near(double? a, double? b) => a is { } left && b is { } right ? Math.Abs(left - right) < 0.0001 : a is null && b is null;

    private static Row Read(JsonElement answer, JsonElement row)
    {
        var labels = answer.GetProperty("columns").EnumerateArray().Count(column => column.GetProperty("role").GetString() == "dimension");
        var cells = row.EnumerateArray().ToList();
        return new([.. cells.Take(labels).Select(cell => cell.GetString())], [.. cells.Skip(labels).Select(cell => cell.ValueKind is JsonValueKind.Null ? (double?)null : cell.GetDouble())]);
    }
}
