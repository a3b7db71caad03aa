using System.Text.Json;

namespace SupportCopilot.Tests.Questions;

/// <summary>The counts beside choices, worked out by LINQ over the tickets that came in.</summary>
public sealed class CountsThatAreTold(QuestionDesk desk) : IClassFixture<QuestionDesk>
{
    [Fact]
    public async Task Stand_beside_each_agent_of_a_first_name()
    {
        var counts = Counts(await desk.AskAsync("tickets assigned to Jonas"));

        foreach (var name in new[] { "Jonas Brandt", "Jonas Keller" })
            Assert.Equal(desk.Live.Count(t => t.Assignee?.Name == name), Assert.Single(counts, choice => choice.Label.Contains(name, StringComparison.Ordinal)).Count);
    }

    [Fact]
    public async Task Stand_beside_a_priority_and_a_tag_of_one_name()
    {
        var counts = Counts(await desk.AskAsync("urgent tickets last month"));

        var last = desk.Live.Where(t => t.CreatedAt >= new DateTime(2026, 2, 1, 0, 0, 0, DateTimeKind.Utc) && t.CreatedAt < new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc)).ToList();   // no summer time yet
        Assert.Equal(last.Count(t => t.Given.Priority == "urgent"), Assert.Single(counts, choice => choice.Label.Contains("priority is urgent", StringComparison.Ordinal)).Count);
        Assert.Equal(last.Count(t => t.Tags?.Contains("urgent") is true), Assert.Single(counts, choice => choice.Label.Contains("tag is urgent", StringComparison.Ordinal)).Count);
    }

    [Fact]
    public async Task Stand_beside_two_ways_to_read_a_date()
    {
        var counts = Counts(await desk.AskAsync("tickets on 03/02/2026"));

        foreach (var day in new[] { new DateTime(2026, 2, 3), new DateTime(2026, 3, 2) })
            Assert.Equal(desk.Live.Count(t => t.CreatedAt >= day && t.CreatedAt < day.AddDays(1)), Assert.Single(counts, choice => choice.Label.Contains($"{day:yyyy-MM-dd}", StringComparison.Ordinal)).Count);
    }

    private static List<(string Label, int? Count)> Counts(JsonElement asked)
    {
        Assert.Equal("choices", asked.GetProperty("kind").GetString());
        return [.. asked.GetProperty("choices").EnumerateArray().Select(choice => (choice.GetProperty("label").GetString()!, (int?)choice.GetProperty("count").GetInt32()))];
    }
}
