using SupportCopilot.Storage;
using ZendeskSimulator;
using ZendeskSimulator.Faults;

namespace SupportCopilot.Tests.Zendesk.Writing;

/// <summary>Where many tickets wait they are written as jobs, however an account understands a list of tickets.</summary>
public sealed class ManyAtOnce
{
    private const int Tickets = 25;

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public async Task Each_ticket_is_written_once_and_no_tag_is_lost(bool mindsStamps, bool takesTagsByName)
    {
        await using var desk = await DeskAsync(mindsStamps, takesTagsByName);
        var tickets = await WaitingAsync(desk);
        // Agents edit three of them after they were read and before the job is done.
        desk.JustBefore("PUT", "update_many", () =>
        {
            foreach (var ticket in tickets[..3]) desk.Zendesk.Agent(1).AddsTags(ticket, "meanwhile");
            desk.Zendesk.Agent(1).SetsPriority(tickets[3], "urgent");
        }, times: 2);

        await desk.WriteBackAsync();
        await desk.LaterAsync(TimeSpan.FromMinutes(2));

        foreach (var ticket in tickets)
        {
            var seen = desk.Ticket(ticket);
            Assert.Single(seen.Notes);
            Assert.Superset(new HashSet<string> { "vip", "copilot_category_billing", "copilot_triaged", "copilot_confidence_high" }, seen.Tags.ToHashSet());
            Assert.Equal(ticket == tickets[3] ? "urgent" : ticket == tickets[4] ? "high" : null, seen.Priority);
        }

        Assert.All(tickets[..3], ticket => Assert.Contains("meanwhile", desk.Ticket(ticket).Tags));
        Assert.All(await desk.StatesAsync(), state => Assert.Equal(EffectState.Done, state));
    }

    [Fact]
    public async Task Many_cost_the_agents_few_updates()
    {
        await using var desk = await DeskAsync();
        var tickets = await WaitingAsync(desk);

        await desk.WriteBackAsync();

        Assert.Equal(0, tickets.Sum(desk.Puts));
        Assert.Equal(2, desk.Zendesk.Requests.Count("PUT", "/api/v2/tickets/update_many"));   // the first asks what the account's jobs can be trusted with
    }

    [Fact]
    public async Task Many_that_the_desk_could_not_take_at_first_still_go_as_a_job()
    {
        await using var desk = await DeskAsync();
        var tickets = await WaitingAsync(desk);
        desk.Zendesk.Faults.Next(Fault.TooManyRequests(TimeSpan.FromMinutes(5)), "GET", "show_many");

        await desk.WriteBackAsync();
        Assert.All(tickets, ticket => Assert.Empty(desk.Ticket(ticket).Notes));
        await desk.LaterAsync(TimeSpan.FromMinutes(6));

        Assert.All(tickets, ticket => Assert.Single(desk.Ticket(ticket).Notes));
        Assert.Equal(0, tickets.Sum(desk.Puts));
    }

    [Fact]
    public async Task A_few_go_one_by_one()
    {
        await using var desk = await DeskAsync();
        await WaitingAsync(desk, 10);

        await desk.WriteBackAsync();

        Assert.Equal(0, desk.Zendesk.Requests.Count("PUT", "/api/v2/tickets/update_many"));
    }

    [Theory]
    [InlineData("reset before")]
    [InlineData("reset after")]
    [InlineData("applied late")]
    [InlineData("truncated")]
    public async Task A_job_whose_answer_is_lost_is_looked_up_ticket_by_ticket(string fault)
    {
        await using var desk = await DeskAsync();
        await WaitingAsync(desk);
        await desk.WriteBackAsync();   // what its jobs can be trusted with is known now
        var tickets = await WaitingAsync(desk);
        desk.Zendesk.Faults.Next(fault switch
        {
            "reset before" => Fault.ResetBefore,
            "reset after" => Fault.ResetAfter,
            "truncated" => Fault.Truncated,
            _ => Fault.AppliedLate(TimeSpan.FromSeconds(20)),
        }, "PUT", "update_many");

        await desk.WriteBackAsync();
        for (var round = 0; round < 3; round++) await desk.LaterAsync(TimeSpan.FromMinutes(2));

        Assert.All(tickets, ticket => Assert.Single(desk.Ticket(ticket).Notes));
        Assert.All(await desk.StatesAsync(), state => Assert.Equal(EffectState.Done, state));
    }

    [Fact]
    public async Task What_a_job_reports_as_failed_is_done_singly_and_what_is_gone_is_refused()
    {
        await using var desk = await DeskAsync();
        var tickets = await WaitingAsync(desk);
        desk.JustBefore("PUT", "update_many", () =>
        {
            desk.Zendesk.Agent(1).Deletes(tickets[0]);
            desk.Zendesk.Agent(1).Solves(tickets[1]);
        });

        await desk.WriteBackAsync();

        Assert.Equal([EffectState.Refused, EffectState.Refused], (await desk.StatesAsync()).Where(state => state is not EffectState.Done));
        Assert.All(tickets[2..], ticket => Assert.Single(desk.Ticket(ticket).Notes));
    }

    [Fact]
    public async Task Of_a_job_that_breaks_halfway_each_ticket_is_looked_up()
    {
        await using var desk = await DeskAsync();
        await WaitingAsync(desk);
        await desk.WriteBackAsync();   // what its jobs can be trusted with is known now
        var tickets = await WaitingAsync(desk);
        desk.Zendesk.BreakNextJobAfter(10);

        await desk.WriteBackAsync();
        for (var round = 0; round < 3; round++) await desk.LaterAsync(TimeSpan.FromMinutes(2));

        Assert.All(tickets, ticket => Assert.Single(desk.Ticket(ticket).Notes));
        Assert.All(await desk.StatesAsync(), state => Assert.Equal(EffectState.Done, state));
    }

    [Fact]
    public async Task A_job_that_takes_its_time_is_waited_for()
    {
        await using var desk = await DeskAsync();
        desk.Zendesk.JobDuration = TimeSpan.FromSeconds(10);
        var tickets = await WaitingAsync(desk);
        desk.JustBefore("GET", "/job_statuses/", () => desk.Desk.Clock.Advance(TimeSpan.FromSeconds(5)), times: 100);

        await desk.WriteBackAsync();

        Assert.All(tickets, ticket => Assert.Single(desk.Ticket(ticket).Notes));
        Assert.All(await desk.StatesAsync(), state => Assert.Equal(EffectState.Done, state));
    }

    private static Task<WritingDesk> DeskAsync(bool mindsStamps = true, bool takesTagsByName = true) => WritingDesk.WithAsync(settings: new()
    {
        Tickets = 1,
        Dialect = new() { ListFormHonoursSafeUpdate = mindsStamps, ListFormHonoursAdditionalTags = takesTagsByName },
    });

    /// <summary>Tickets that wait for their tags; of the fifth a priority is known too.</summary>
    private static async Task<List<long>> WaitingAsync(WritingDesk desk, int count = Tickets)
    {
        var tickets = Enumerable.Range(0, count).Select(_ => desk.Zendesk.Customer(1).Opens("Charged twice", "Please refund one payment.", "vip")).ToList();
        await desk.BringInAsync(tickets);
        for (var i = 0; i < count; i++) await desk.JudgedAsync(tickets[i], priority: i is 3 or 4 ? "high" : null);
        return tickets;
    }
}
