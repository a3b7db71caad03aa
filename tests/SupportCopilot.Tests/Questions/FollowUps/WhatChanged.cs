namespace SupportCopilot.Tests.Questions.FollowUps;

/// <summary>A follow-up says what it made different: what came, what went, and what stands in whose place.</summary>
public sealed class WhatChanged(QuestionDesk desk) : IClassFixture<QuestionDesk>
{
    [Theory]
    [InlineData("billing tickets last month", "without the category filter", "Changed: category billing removed.")]
    [InlineData("billing tickets last month", "shipping instead", "Changed: category shipping instead of category billing.")]
    [InlineData("billing tickets last month", "in January", "Changed: period 1–31 Jan 2026 instead of 1–28 Feb 2026.")]
    [InlineData("tickets last month", "by priority", "Changed: by priority.")]
    [InlineData("tickets last month by priority", "by channel instead", "Changed: by channel instead of by priority.")]
    [InlineData("tickets per week this year", "per month rather", "Changed: per month instead of per week.")]
    [InlineData("median first reply time last month", "average please", "Changed: average first reply time instead of median first reply time.")]
    [InlineData("tickets last month", "compare with January", "Changed: compared with 1–31 Jan 2026.")]
    public async Task Is_said_in_the_answer(string first, string then, string told)
    {
        var answer = await new Conversing(desk).SayAllAsync(first, then);

        Assert.EndsWith(told, answer.GetProperty("text").GetString());
    }
}
