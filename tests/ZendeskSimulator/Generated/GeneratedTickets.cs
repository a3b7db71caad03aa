using ZendeskSimulator.Tickets;

namespace ZendeskSimulator.Generated;

/// <summary>The tickets that were there from the start: each a function of the seed and its number.</summary>
internal sealed class GeneratedTickets(ZendeskSettings settings, History history, GeneratedPeople people)
{
    private static readonly string[] Channels = ["web", "email", "email", "api", "chat", "mobile"];
    private static readonly string?[] Types = ["question", "problem", "incident", "task", null];

    public int Count => history.Tickets;

    public bool Has(long id) => id >= 1 && id <= history.Tickets;

    /// <summary>The number of the first ticket that stands after that place in the export.</summary>
    public long FirstInExportAfter(long time, long id) =>
        Has(id) && history.CreatedAt(id) + History.Course == time ? id + 1 : history.FirstCreatedFrom(time - History.Course);

    public Ticket Make(long id)
    {
        var dice = new Dice(settings.Seed, id);
        var matter = Phrases.Matters[dice.Below(Phrases.Matters.Length)];
        var number = (1000 + dice.Below(900_000)).ToString();
        var requester = Ids.FirstCustomer + dice.Below(people.Customers);
        var channel = Channels[dice.Below(Channels.Length)];
        var type = Types[dice.Below(Types.Length)];
        var wish = GeneratedAudits.Priorities[dice.Below(4)];
        var agent = people.AgentOf(id);
        var steps = Courses.Steps(Courses.Of(id));
        var createdAt = history.CreatedAt(id);
        var ticket = new Ticket((made, only) => GeneratedAudits.Of(made, matter.Answer, only))
        {
            Id = id,
            Subject = Phrases.Fill(matter.Subject, number),
            Description = $"{Phrases.Greetings[dice.Below(Phrases.Greetings.Length)]}\n\n{Phrases.Fill(matter.Body, number)}\n\n{Phrases.Closings[dice.Below(Phrases.Closings.Length)]}",
            Type = type,
            RequesterId = requester,
            SubmitterId = requester,
            OrganizationId = people.OrganizationOf(requester),
            BrandId = Ids.FirstBrand + (id % 7 == 0 ? 1 : 0),
            Via = new Via(channel),
            Tags = dice.OneIn(3) ? [matter.Tag, "vip"] : [matter.Tag],
            CreatedAt = createdAt,
            UpdatedAt = createdAt + (steps.Length == 0 ? 0 : steps[^1].After),
            GeneratedAt = createdAt + History.Course,
            Rating = Ratings.RatingStore.Of(settings.Seed, id, createdAt)?.Score,
        };
        foreach (var step in steps) Take(ticket, step.Deed, agent, wish);
        return ticket;
    }

    private void Take(Ticket ticket, Deed deed, long agent, string priority)
    {
        ticket.Status = deed switch
        {
            Deed.Take or Deed.Return => "open",
            Deed.Reply => "pending",
            Deed.Solve => "solved",
            Deed.Close => "closed",
            _ => ticket.Status,
        };
        if (deed is Deed.Take) ticket.Priority = priority;
        if (deed is Deed.Take or Deed.Reply or Deed.Solve && ticket.AssigneeId is null)
        {
            ticket.AssigneeId = agent;
            ticket.GroupId = people.GroupOf(agent);
        }
    }
}
