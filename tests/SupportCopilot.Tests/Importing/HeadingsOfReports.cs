namespace SupportCopilot.Tests.Importing;

/// <summary>The headings that desks put over their reports and exports, which are longer than the names of their fields.</summary>
public sealed class HeadingsOfReports(Product product) : IClassFixture<Product>
{
    private static readonly (string Name, string Csv)[] Files =
    [
        ("explore", "Ticket ID,Ticket subject,Ticket created - Timestamp,Ticket solved - Timestamp,Ticket status,Ticket group,Ticket brand,Ticket form,Assignee name,Ticket organization name,Ticket tags,First reply time - Business hours (min),Full resolution time (hrs),Ticket reopens,Ticket replies,Ticket satisfaction rating,SLA target status\n" +
            "35436,Help,2026-03-02T08:15:00,2026-03-03T09:15:00,Solved,Tier 1,Shop,Default,Ann Lee,Acme,vip refund,12,25.5,1,2,Good,Achieved\n35437,Help me,2026-03-02T09:15:00,,Open,Tier 2,Shop,Default,Cy Poe,Globex,refund,90,,0,1,Offered,Breached\n"),
        ("hubspot", "Ticket ID,Ticket name,Pipeline,Ticket status,Create date,Close date,Ticket owner,Time to close (HH:mm:ss),Associated Company,Associated Contact\n" +
            "1,Help,Support,Closed,2026-03-02 08:15,2026-03-03 09:15,Ann Lee,25:00:00,Acme,Bo Kerr\n2,Help2,Support,New,2026-03-02 09:15,,Cy Poe,,Globex,Di Roe\n"),
        ("intercom", "Conversation ID,Conversation started at,Teammate currently assigned,Team currently assigned,Conversation state,Conversation rating,Time to first response (seconds),Conversation tags\n" +
            "1,2026-03-02 08:15:00,Ann Lee,Tier 1,closed,5,1800,vip\n2,2026-03-02 09:15:00,Cy Poe,Tier 2,open,,600,\n"),
        ("own", "Case Number,Title,Date opened,Date closed,Handled by,Answer time (h),Days to resolve,Replies,Times reopened\n" +
            "7,Cannot log in,2026-03-02,2026-03-05,Ann Lee,1.5,3,2,0\n8,No invoice,2026-03-14,,Cy Poe,,,1,1\n"),
    ];

    [Theory]
    [InlineData("explore", "id subject createdAt solvedAt status group brand custom assignee organization tags firstReplyMinutes resolutionMinutes reopens replies csat slaMet")]
    [InlineData("hubspot", "id subject custom status createdAt solvedAt assignee resolutionMinutes organization requester")]
    [InlineData("intercom", "id createdAt assignee group status csat firstReplyMinutes tags")]
    [InlineData("own", "id subject createdAt solvedAt assignee firstReplyMinutes resolutionMinutes replies reopens")]
    public async Task Are_taken_for_the_fields_they_speak_of(string file, string fields)
    {
        var run = await Import(file, $"fields-{file}");

        Assert.Equal((null, 0), (run.Error, run.Rejected));
        Assert.Equal(fields.Split(' '), run.Mapping!.Columns.Select(column => column.Field));
    }

    [Fact]
    public async Task Say_in_which_unit_their_figures_are()
    {
        foreach (var (name, _) in Files) await Import(name, $"unit-{name}");

        var (explore, hubspot) = ((await product.TicketsAsync("unit-explore"))[0], (await product.TicketsAsync("unit-hubspot"))[0]);
        var (intercom, own) = ((await product.TicketsAsync("unit-intercom"))[0], (await product.TicketsAsync("unit-own"))[0]);
        Assert.Equal((12, 1530, 2, 1), (explore.FirstReplyMinutes, explore.ResolutionMinutes, explore.Replies, explore.Reopens));
        Assert.Equal((1500, 30), (hubspot.ResolutionMinutes, intercom.FirstReplyMinutes));
        Assert.Equal((90, 4320, 2), (own.FirstReplyMinutes, own.ResolutionMinutes, own.Replies));
    }

    private Task<Host.Endpoints.ImportView> Import(string file, string tenant) => product.ImportAsync(Files.Single(one => one.Name == file).Csv, tenant);
}
