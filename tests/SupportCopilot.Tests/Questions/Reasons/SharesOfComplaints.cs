namespace SupportCopilot.Tests.Questions.Reasons;

/// <summary>What a why-question tells of complaints, held against the desk's planted ones: 6, 4 and 2 about three parts of the checkout in March, three in February.</summary>
public sealed class SharesOfComplaints(WhyDesk desk) : IClassFixture<WhyDesk>
{
    [Fact]
    public async Task Are_each_themes_part_of_them_all()
    {
        var answer = await desk.AskAsync("why are customers complaining about checkout in March?");

        Assert.Equal(12, answer.Count());
        var themes = answer.GetProperty("themes").EnumerateArray().Select(theme => (Tickets: theme.GetProperty("tickets").GetInt32(), Share: theme.GetProperty("share").GetDouble())).ToList();
        Assert.Equal([(6, 0.5), (4, 0.333333), (2, 0.166667)], themes);
    }

    [Fact]
    public async Task Are_told_with_those_of_the_period_before()
    {
        var answer = await desk.AskAsync("why are customers complaining about checkout in March?");

        var before = answer.GetProperty("themes").EnumerateArray().Select(theme => theme.GetProperty("before").GetInt32());
        Assert.Equal([1, 2, 0], before);
    }
}
