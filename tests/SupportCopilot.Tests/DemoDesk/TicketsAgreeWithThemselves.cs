using System.Text.RegularExpressions;
using SupportCopilot.Tickets;

namespace SupportCopilot.Tests.DemoDesk;

/// <summary>Times, states and ratings of a ticket fit each other.</summary>
public sealed class TicketsAgreeWithThemselves(MadeUpDesk desk) : IClassFixture<MadeUpDesk>
{
    [Fact]
    public void Nothing_happens_before_the_ticket_or_after_now()
    {
        foreach (var ticket in desk.Tickets)
        {
            Assert.All(ticket.Comments!, c => Assert.InRange(c.CreatedAt!.Value, ticket.CreatedAt!.Value, MadeUpDesk.Now));
            Assert.All(ticket.Changes!, c => Assert.InRange(c.At, ticket.CreatedAt!.Value, MadeUpDesk.Now));
            Assert.InRange(ticket.UpdatedAt!.Value, ticket.CreatedAt!.Value, MadeUpDesk.Now);
        }
    }

    [Fact]
    public void The_first_message_is_the_customers_and_public() =>
        Assert.All(desk.Tickets, t => Assert.True(t.Comments![0] is { AuthorKind: AuthorKind.Requester, IsPublic: true, Body.Length: > 5 }));

    [Fact]
    public void First_reply_and_solution_come_after_the_creation_and_in_order()
    {
        foreach (var ticket in desk.Tickets)
        {
            if (ticket.FirstReplyAt is { } reply) Assert.True(reply > ticket.CreatedAt, ticket.ExternalId);
            if (ticket.SolvedAt is { } solved) Assert.True(solved >= ticket.FirstReplyAt, ticket.ExternalId);
        }
    }

    [Fact]
    public void Who_is_done_has_been_solved_and_answered_and_who_is_not_has_not()
    {
        foreach (var ticket in desk.Tickets)
        {
            Assert.Equal(ticket.Status is TicketStatus.Solved or TicketStatus.Closed, ticket.SolvedAt is not null);
            if (ticket.Status is TicketStatus.New) Assert.Null(ticket.Assignee);
            else Assert.NotNull(ticket.Assignee);
        }
    }

    [Fact]
    public void Each_change_begins_where_the_last_one_ended()
    {
        foreach (var field in desk.Tickets.SelectMany(t => t.Changes!.GroupBy(c => c.Field)))
            Assert.All(field.Zip(field.Skip(1)), pair => Assert.Equal(pair.First.To, pair.Second.From));
    }

    [Fact]
    public void Agents_answer_within_their_working_hours()
    {
        var agents = desk.Material.Agents.ToDictionary(a => a.Name);
        var replies = desk.Tickets.Where(t => t.Channel != "chat").SelectMany(t => t.Comments!).Where(c => c is { AuthorKind: AuthorKind.Agent, IsPublic: true }).ToList();
        var atWork = replies.Count(c => agents[c.Author!.Name].NextAtWork(c.CreatedAt!.Value) == c.CreatedAt.Value);

        Assert.True(atWork > 0.98 * replies.Count, $"{atWork} of {replies.Count}");
    }

    [Fact]
    public void Notes_among_agents_are_never_public()
    {
        var notes = desk.Tickets.SelectMany(t => t.Comments!).Where(c => !c.IsPublic).ToList();

        Assert.True(notes.Count > 1000);
        Assert.All(notes, note => Assert.Equal(AuthorKind.Agent, note.AuthorKind));
    }

    [Fact]
    public void Only_those_who_were_asked_have_rated()
    {
        Assert.All(desk.Tickets.Where(t => t.Csat is not null), t => Assert.True(t.CsatOffered));
        Assert.All(desk.Tickets.Where(t => t.CsatOffered == true), t => Assert.NotNull(t.SolvedAt));
        Assert.All(desk.Tickets, t => Assert.InRange(t.Csat ?? 0, 0, 1));
    }

    [Fact]
    public void Slow_answers_are_rated_worse()
    {
        var rated = desk.Tickets.Where(t => t.Csat is not null).ToList();
        double Mean(bool met) => rated.Where(t => t.SlaMet == met).Average(t => t.Csat!.Value);

        Assert.True(Mean(met: true) > Mean(met: false) + 0.1, $"{Mean(true):0.00} and {Mean(false):0.00}");
    }

    [Fact]
    public void The_service_level_is_met_by_the_quick_and_missed_by_the_slow()
    {
        double Minutes(bool met) => desk.Tickets.Where(t => t.SlaMet == met && t.SolvedAt is not null).Average(t => (t.SolvedAt!.Value - t.CreatedAt!.Value).TotalMinutes);

        Assert.True(Minutes(met: false) > 2 * Minutes(met: true));
        Assert.InRange(desk.Tickets.Count(t => t.SlaMet == true) / (double)desk.Tickets.Count, 0.6, 0.92);
    }

    [Fact]
    public void No_fact_or_choice_is_left_open()
    {
        var open = new Regex(@"\{[A-Za-z0-9]+\}|[^\n ]  \w|\[[a-z ]+\|| , | \. ");

        Assert.Empty(desk.Tickets.SelectMany(t => t.Comments!).Where(c => open.IsMatch(c.Body)).Select(c => open.Match(c.Body).Value + " in " + c.Body).Take(3));
    }
}
