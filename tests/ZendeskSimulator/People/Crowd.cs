using ZendeskSimulator.Generated;
using ZendeskSimulator.Http;

namespace ZendeskSimulator.People;

/// <summary>
/// People who work on the account while the product does, by dice with a seed: agents add and remove tags, change the
/// priority, comment, note, solve and delete; customers write and open tickets.
/// </summary>
public sealed class Crowd
{
    /// <summary>The tags that agents add and remove; nobody else does.</summary>
    public static readonly IReadOnlyList<string> Tags = ["watched", "escalated", "call_back", "angry", "waiting_for_stock"];

    private static readonly string[] Priorities = ["low", "normal", "high", "urgent"];

    private readonly SimulatedZendesk _zendesk;
    private readonly IReadOnlyList<long> _tickets;
    private Dice _dice;

    internal Crowd(SimulatedZendesk zendesk, ulong seed, IReadOnlyList<long>? tickets)
    {
        _zendesk = zendesk;
        _tickets = tickets ?? Enumerable.Range(1, (int)zendesk.LastTicket).Select(id => (long)id).ToList();
        _dice = new Dice(seed, 0);
    }

    /// <summary>How many deeds were done.</summary>
    public int Deeds { get; private set; }

    /// <summary>Whether tickets may be solved and deleted, which ends what can be done on them.</summary>
    public bool Ends { get; set; } = true;

    /// <summary>Does one thing.</summary>
    /// <returns>The ticket it was done on.</returns>
    public long DoOne()
    {
        var ticket = _tickets[_dice.Below(_tickets.Count)];
        var agent = _zendesk.Agent(1 + _dice.Below(Math.Max(1, _zendesk.Settings.Agents)));
        var customer = _zendesk.Customer(1 + _dice.Below(50));
        var deed = _dice.Below(Ends ? 20 : 17);
        Deeds++;
        if (deed == 0) return customer.Opens($"Question {Deeds}", "Could you have a look at this?");
        try
        {
            Do(deed, ticket, agent, customer);
        }
        catch (Refused)
        {
            // It was closed or deleted before: people see that and turn to the next.
        }
        return ticket;
    }

    private void Do(int deed, long ticket, Person agent, Person customer)
    {
        switch (deed)
        {
            case < 6: agent.AddsTags(ticket, Tags[_dice.Below(Tags.Count)]); break;
            case < 8: agent.RemovesTags(ticket, Tags[_dice.Below(Tags.Count)]); break;
            case < 11: agent.SetsPriority(ticket, Priorities[_dice.Below(Priorities.Length)]); break;
            case < 13: agent.Writes(ticket, "We are looking into it."); break;
            case < 15: agent.Writes(ticket, "Note for the next shift.", isPublic: false); break;
            case < 17: customer.Writes(ticket, "Any news?"); break;
            case < 19: agent.Solves(ticket); break;
            default: agent.Deletes(ticket); break;
        }
    }

    /// <summary>Works on until it is cancelled.</summary>
    /// <param name="perSecond">How many deeds a second, all people together.</param>
    /// <param name="ct">Sends them home.</param>
    public async Task RunAsync(double perSecond, CancellationToken ct)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1 / perSecond));
        try
        {
            while (await timer.WaitForNextTickAsync(ct)) DoOne();
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
        }
    }
}
