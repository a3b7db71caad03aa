using ZendeskSimulator.Generated;
using ZendeskSimulator.HelpCenter;
using ZendeskSimulator.Jobs;
using ZendeskSimulator.Limits;
using ZendeskSimulator.Macros;
using ZendeskSimulator.People;
using ZendeskSimulator.Ratings;
using ZendeskSimulator.Tickets;

namespace ZendeskSimulator.Accounts;

/// <summary>All that the account holds. Whoever touches it holds <see cref="Gate"/>.</summary>
internal sealed class Account
{
    private readonly PriorityQueue<Action, (long At, long Order)> _due = new();
    private long _lastId = Ids.FirstLater;
    private long _order;
    private long? _moment;

    public Account(ZendeskSettings settings, TimeProvider clock)
    {
        Settings = settings;
        Clock = clock;
        History = new History(settings, clock.GetUtcNow());
        People = new PeopleStore(new GeneratedPeople(settings, History));
        Tickets = new TicketStore(new GeneratedTickets(settings, History, People.Generated));
        Tokens = new Tokens(this);
        Jobs = new JobQueue(this);
        Meter = new Meter(this);
        Ratings = new RatingStore(this);
        Articles = new ArticleStore(this);
        Macros = new MacroStore(this);
    }

    public Lock Gate { get; } = new();

    public ZendeskSettings Settings { get; }

    public TimeProvider Clock { get; }

    public History History { get; }

    public PeopleStore People { get; }

    public TicketStore Tickets { get; }

    public Tokens Tokens { get; }

    public JobQueue Jobs { get; }

    public Meter Meter { get; }

    public RatingStore Ratings { get; }

    public ArticleStore Articles { get; }

    public MacroStore Macros { get; }

    /// <summary>The moment it is for the account, in seconds since 1970.</summary>
    public long Now => _moment ?? Clock.GetUtcNow().ToUnixTimeSeconds();

    /// <summary>What is younger than so many seconds is not exported yet.</summary>
    public long Held => (long)Settings.HoldsBack.TotalSeconds;

    /// <summary>Told of each update, in order, while the gate is held.</summary>
    public event Action<Ticket, Audit>? Updated;

    public long NextId() => ++_lastId;

    /// <summary>Says that something will happen at that moment; it happens before anybody looks at the account again.</summary>
    public void At(DateTimeOffset moment, Action happens) => _due.Enqueue(happens, (moment.UtcTicks, _order++));

    /// <summary>Lets happen what was due meanwhile, each thing at its own moment.</summary>
    public void CatchUp()
    {
        if (_moment is not null) return;   // what happens now is itself something that was due
        var now = Clock.GetUtcNow().UtcTicks;
        while (_due.TryPeek(out var happens, out var due) && due.At <= now)
        {
            _due.Dequeue();
            _moment = new DateTimeOffset(due.At, TimeSpan.Zero).ToUnixTimeSeconds();
            try
            {
                happens();
            }
            finally
            {
                _moment = null;
            }
        }
    }

    /// <summary>Records an update: the ticket moves to the end of the exports, and whoever listens is told.</summary>
    public void Record(Ticket ticket, Audit audit)
    {
        ticket.Audits.Add(audit);
        ticket.UpdatedAt = audit.At;
        Tickets.Touch(ticket, audit.At);
        Tickets.Append(audit);
        Updated?.Invoke(ticket, audit);
    }
}
