using System.Text.Json;
using SupportCopilot.DemoDesk.Reading;
using SupportCopilot.DemoDesk.Writing;
using SupportCopilot.Tickets;

namespace SupportCopilot.Tests.DemoDesk;

/// <summary>How the desk is as a whole: shares, seasons, languages.</summary>
public sealed class DeskShape(MadeUpDesk desk) : IClassFixture<MadeUpDesk>
{
    [Fact]
    public void The_same_number_gives_the_same_ticket()
    {
        var again = new TicketGenerator(DeskMaterial.Load(), MadeUpDesk.Now);

        foreach (var n in new[] { 1, 2, 500, 7999 })
            Assert.Equal(JsonSerializer.Serialize(desk.Tickets[n - 1]), JsonSerializer.Serialize(again.Make(n)));
    }

    [Fact]
    public void Every_ticket_has_a_number_of_its_own_that_grows_with_time()
    {
        var byNumber = desk.Tickets.OrderBy(t => int.Parse(t.ExternalId)).ToList();

        Assert.Equal(desk.Tickets.Count, byNumber.Select(t => t.ExternalId).Distinct().Count());
        Assert.Equal(byNumber.Select(t => t.CreatedAt).Order(), byNumber.Select(t => t.CreatedAt));
    }

    [Fact]
    public void Mondays_are_the_busiest_and_weekends_quiet()
    {
        var perDay = desk.Tickets.CountBy(t => t.CreatedAt!.Value.DayOfWeek).ToDictionary();

        Assert.Equal(DayOfWeek.Monday, perDay.MaxBy(day => day.Value).Key);
        Assert.True(perDay[DayOfWeek.Sunday] + perDay[DayOfWeek.Saturday] < perDay[DayOfWeek.Monday]);
    }

    [Fact]
    public void December_is_the_busiest_month() =>
        Assert.Equal((2025, 12), desk.Tickets.CountBy(t => (t.CreatedAt!.Value.Year, t.CreatedAt.Value.Month)).MaxBy(month => month.Value).Key);

    [Fact]
    public void Nights_are_quiet()
    {
        var night = desk.Tickets.Count(t => t.CreatedAt!.Value.Hour < 5);

        Assert.InRange((double)night / desk.Tickets.Count, 0.005, 0.06);
    }

    [Fact]
    public void Some_days_burst_with_one_problem()
    {
        var busiest = desk.Known.CountBy(known => (known.Problem.Key, known.Ticket.CreatedAt!.Value.Date)).MaxBy(day => day.Value);
        var usual = desk.Known.Count(known => known.Problem.Key == busiest.Key.Key) / 456.0;

        Assert.True(busiest.Value > 10 * usual, $"{busiest.Key}: {busiest.Value} against {usual:0.0} a day");
    }

    [Fact]
    public void About_seven_in_ten_carry_a_given_category_and_few_of_those_are_wrong()
    {
        var given = desk.Known.Where(known => known.Ticket.Given.Category is not null).ToList();
        var wrong = given.Count(known => known.Ticket.Given.Category != known.Problem.Category || (known.Ticket.Given.Subcategory ?? known.Problem.Subcategory) != known.Problem.Subcategory);

        Assert.InRange((double)given.Count / desk.Known.Count, 0.66, 0.74);
        Assert.InRange((double)wrong / given.Count, 0.01, 0.05);
    }

    [Fact]
    public void Nine_in_ten_are_done_and_a_few_in_every_other_status()
    {
        var perStatus = desk.Tickets.CountBy(t => t.Status!).ToDictionary();

        Assert.InRange((double)(perStatus["closed"] + perStatus["solved"]) / desk.Tickets.Count, 0.9, 0.99);
        Assert.Equal(TicketStatus.All.Order(), perStatus.Keys.Order());
    }

    [Fact]
    public void One_in_twelve_writes_German_and_some_French_and_Spanish()
    {
        var german = desk.Tickets.Count(t => t.Comments!.Any(c => c.Body.Contains(" und ") || c.Body.Contains(" ist ") || c.Body.Contains("Guten Tag")));

        Assert.InRange((double)german / desk.Tickets.Count, 0.05, 0.1);
        Assert.Contains(desk.Tickets, t => t.Comments![0].Body.Contains("Bonjour"));
        Assert.Contains(desk.Tickets, t => t.Comments![0].Body.Contains("Hola"));
    }

    [Fact]
    public void New_problems_appear_in_the_last_weeks_alone_and_grow()
    {
        var emerging = desk.Material.Problems.Where(p => p.EmergedDaysAgo is not null).ToList();

        Assert.InRange(emerging.Count, 2, 3);
        foreach (var problem in emerging)
        {
            var ages = desk.Known.Where(known => known.Problem == problem).Select(known => (MadeUpDesk.Now - known.Ticket.CreatedAt!.Value).TotalDays).ToList();
            Assert.All(ages, age => Assert.True(age <= problem.EmergedDaysAgo));
            Assert.True(ages.Count(age => age < problem.EmergedDaysAgo / 2.0) > 2 * ages.Count(age => age >= problem.EmergedDaysAgo / 2.0), problem.Key);
        }
    }

    [Fact]
    public void Thousands_of_people_from_about_150_organizations_ask_two_dozen_agents()
    {
        Assert.True(desk.Tickets.Select(t => t.Requester!.ExternalId).Distinct().Count() > 3000);
        Assert.InRange(desk.Tickets.Select(t => t.Organization?.Name).OfType<string>().Distinct().Count(), 120, 150);
        Assert.InRange(desk.Tickets.Select(t => t.Assignee?.Name).OfType<string>().Distinct().Count(), 20, 30);
    }

    [Fact]
    public void Every_address_is_at_an_example_domain() =>
        Assert.All(desk.Tickets, t => Assert.EndsWith(".example", t.Requester!.Email));
}
