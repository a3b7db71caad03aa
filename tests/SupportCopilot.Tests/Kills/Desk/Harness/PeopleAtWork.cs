using ZendeskSimulator;
using ZendeskSimulator.People;

namespace SupportCopilot.Tests.Kills.Desk.Harness;

/// <summary>Customers and agents who go on working at the desk, whatever becomes of the product, and remember what they did.</summary>
public sealed class PeopleAtWork
{
    private const int Agents = 6, Customers = 8;
    private const int Lately = 40;   // they work on what came last, as people do
    private static readonly string[] Priorities = ["low", "normal", "high", "urgent"];

    private static readonly (string Subject, string Body)[] Matters =
    [
        ("Charged twice for one invoice", "Your system charged my card twice this month. Please refund one of the two payments."),
        ("Cannot log in after the reset", "The password reset link leads to an error page, and I am locked out of my account. This is urgent, our team cannot work."),
        ("Where is my parcel?", "The tracking has not moved for six days. When will my order be delivered?"),
        ("The app crashes on export", "Each time I export the report as PDF the app crashes. It began after the last update. This looks like a bug."),
        ("Please add a dark theme", "It would be great to have a dark theme in the dashboard. Thank you for the lovely product!"),
        ("API answers 500", "Since this morning your API answers with error 500 on every second call. Our integration is down!"),
        ("How do I change my plan?", "We would like to move to the yearly plan. How does billing work when we switch?"),
        ("Wrong address on the account", "Please correct the address on my account; the street number is wrong."),
    ];

    private readonly SimulatedZendesk _zendesk;
    private readonly Random _dice;
    private readonly Dictionary<long, HashSet<string>> _put = [];
    private readonly List<(long Ticket, string Tag)> _taken = [];
    private readonly Dictionary<long, string> _priorities = [];
    private int _edits;

    public PeopleAtWork(SimulatedZendesk zendesk, int seed) => (_zendesk, _dice) = (zendesk, new Random(seed));

    /// <summary>How much they did.</summary>
    public int Edits => _edits;

    /// <summary>The tags that they put on a ticket and left there.</summary>
    public IEnumerable<(long Ticket, string Tag)> Tags => _put.SelectMany(ticket => ticket.Value.Select(tag => (ticket.Key, tag)));

    /// <summary>The tags that they took away again.</summary>
    public IReadOnlyList<(long Ticket, string Tag)> TagsTaken => _taken;

    /// <summary>The priority that an agent last set, by ticket.</summary>
    public IReadOnlyDictionary<long, string> PrioritiesSet => _priorities;

    /// <summary>They work until they are told to rest.</summary>
    public async Task WorkAsync(CancellationToken rest)
    {
        try
        {
            while (true)
            {
                await Task.Delay(_dice.Next(50, 500), rest);
                DoSomething();
                _edits++;
            }
        }
        catch (OperationCanceledException) when (rest.IsCancellationRequested)
        {
        }
    }

    /// <summary>Many write at once, as when a service is down.</summary>
    public void WriteAll(int tickets)
    {
        lock (_dice)
        {
            for (var i = 0; i < tickets; i++) OpenOne();
        }
    }

    private void DoSomething()
    {
        lock (_dice)
        {
            if (_dice.Next(100) is var what && what < 14)
            {
                OpenOne();
                return;
            }

            if (Unsolved() is not { } ticket) return;
            var agent = _zendesk.Agent(_dice.Next(1, Agents + 1));
            switch (what)
            {
                case < 40: PutTag(agent, ticket); break;
                case < 48: TakeTag(agent, ticket); break;
                case < 60: _zendesk.Customer(_dice.Next(1, Customers + 1)).Writes(ticket, $"{Any(Matters).Body} ({_edits})"); break;
                case < 70: agent.Writes(ticket, $"We are looking into it. ({_edits})"); break;
                case < 78: agent.Writes(ticket, $"For colleagues only: seen before. ({_edits})", isPublic: false); break;
                case < 88: agent.SetsPriority(ticket, _priorities[ticket] = Any(Priorities)); break;
                case < 92: agent.Sets(ticket, "subject", $"{Any(Matters).Subject} ({_edits})"); break;
                case < 98: agent.Solves(ticket, $"Done, thank you. ({_edits})"); break;
                default: agent.Deletes(ticket); break;
            }
        }
    }

    private void OpenOne()
    {
        var (subject, body) = Any(Matters);
        _zendesk.Customer(_dice.Next(1, Customers + 1)).Opens($"{subject} ({_edits})", body, "from_form");
    }

    private void PutTag(Person agent, long ticket)
    {
        var tag = $"kept_{_edits}";
        agent.AddsTags(ticket, tag);
        if (!_put.TryGetValue(ticket, out var tags)) _put[ticket] = tags = [];
        tags.Add(tag);
    }

    private void TakeTag(Person agent, long ticket)
    {
        if (_put.GetValueOrDefault(ticket)?.FirstOrDefault() is not { } tag) return;
        agent.RemovesTags(ticket, tag);
        _put[ticket].Remove(tag);
        _taken.Add((ticket, tag));
    }

    private long? Unsolved()
    {
        for (var tries = 0; tries < 5; tries++)
        {
            var ticket = _zendesk.LastTicket - _dice.Next(Lately);
            if (ticket > 0 && _zendesk.Ticket(ticket).Status is "new" or "open" or "pending" or "hold") return ticket;
        }

        return null;
    }

    private T Any<T>(T[] of) => of[_dice.Next(of.Length)];
}
