using System.Net;

namespace SupportCopilot.Zendesk.Client.Limits;

/// <summary>
/// The limits of one account: its own, those of single endpoints, and that of each ticket's updates. Which endpoints share
/// a limit is learned from the name that the answers give it; until then all exports are taken to share one.
/// </summary>
internal sealed class AccountBudgets
{
    private const int ManyTickets = 10_000;
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5);   // after a 429 that names no time; doubled with each in a row
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private readonly Budget _account = new(ZendeskLimits.Account, ZendeskLimits.Minute, burst: 0.05);
    private readonly Dictionary<SpecialLimit, Budget> _special = new()
    {
        [SpecialLimit.Exports] = Exports(),
        [SpecialLimit.Updates] = new(ZendeskLimits.Updates, ZendeskLimits.Minute, burst: 0.05),
    };

    private readonly Dictionary<string, Budget> _named = [];   // by the name that the answers give
    private readonly Dictionary<string, Budget> _ofEndpoint = [];   // by our own name for the endpoint
    private readonly Dictionary<long, Budget> _ofTicket = [];
    private bool _saysLimits = true;
    private bool _hasRefused;
    private int _refusedInRow;

    /// <summary>The limits that a request counts against, the account's first.</summary>
    public Budget[] For(ZendeskRequest request, DateTimeOffset now)
    {
        if (request.Limit is SpecialLimit.None) return [_account];
        var special = _ofEndpoint.TryGetValue(request.Endpoint, out var known) ? known : _special[request.Limit];
        return request.TicketId is { } ticket && _saysLimits ? [_account, special, OfTicket(ticket, now)] : [_account, special];
    }

    /// <summary>Takes in what an answer says.</summary>
    public void Learn(LimitedPlace place, HttpResponseMessage answer, DateTimeOffset now)
    {
        var account = LimitReading.OfAccount(answer);
        var endpoint = LimitReading.OfEndpoint(answer);
        if (account.SaysSomething || endpoint is not null)
        {
            _saysLimits = true;
            if (endpoint is { } named && place.Counted.Count > 1) LearnNamed(place, named.Name, named.Reading, now);
            var speaksOf = place.Counted.Count > 1 && endpoint is null && account.Limit < ZendeskLimits.Account ? 1 : 0;   // no plan has so few for all
            place.Counted[speaksOf].Budget.Learn(place.Counted[speaksOf].Number, account, now);
        }
        else if (answer.IsSuccessStatusCode && _saysLimits && !_hasRefused)
        {
            ForgetLimits();
        }

        if (answer.StatusCode is HttpStatusCode.TooManyRequests) Refused(place, account, endpoint?.Reading, RetryAfter.Of(answer, now), now);
        else if (answer.StatusCode is HttpStatusCode.ServiceUnavailable && RetryAfter.Of(answer, now) is { } maintenance) _account.Pause(now + maintenance);
        else _refusedInRow = 0;
    }

    private void LearnNamed(LimitedPlace place, string name, LimitReading reading, DateTimeOffset now)
    {
        var counted = place.Counted[1];
        if (!_named.TryGetValue(name, out var budget))
        {
            // The first endpoint of that name goes on with what it has counted; a second name has counted nothing yet.
            budget = _named.ContainsValue(counted.Budget) ? place.Request.Limit is SpecialLimit.Exports ? Exports() : counted.Budget : counted.Budget;
            _named[name] = budget;
        }

        _ofEndpoint[place.Request.Endpoint] = budget;
        if (ReferenceEquals(budget, counted.Budget)) budget.Learn(counted.Number, reading, now);
        else budget.Learn(budget.Take(now), reading, now);
    }

    /// <summary>Which limit refused is told by what has nothing left; by the time to wait, where none says so; else it is the narrowest.</summary>
    private void Refused(LimitedPlace place, LimitReading account, LimitReading? endpoint, TimeSpan? asked, DateTimeOffset now)
    {
        (_saysLimits, _hasRefused) = (true, true);
        var pause = asked ?? endpoint?.Reset ?? account.Reset ?? Doubled();
        var counted = place.Counted;
        var refused = endpoint is { Remaining: 0 } && counted.Count > 1 ? _ofEndpoint.GetValueOrDefault(place.Request.Endpoint, counted[1].Budget)
            : account.Remaining is 0 || counted.Count == 1 ? counted[0].Budget
            : place.Request.TicketId is { } ticket && pause > ZendeskLimits.Minute ? OfTicket(ticket, now)   // no minute's window asks for more than a minute
            : counted[1].Budget;
        refused.Pause(now + pause);
    }

    private TimeSpan Doubled()
    {
        var pause = FirstPause * Math.Pow(2, Math.Min(_refusedInRow++, 10));
        return pause < LongestPause ? pause : LongestPause;
    }

    private void ForgetLimits()
    {
        _saysLimits = false;
        _account.AssumeNone();
        foreach (var budget in _special.Values.Concat(_named.Values)) budget.AssumeNone();
    }

    private Budget OfTicket(long ticket, DateTimeOffset now)
    {
        if (_ofTicket.TryGetValue(ticket, out var known)) return known;
        if (_ofTicket.Count >= ManyTickets)
            foreach (var (quiet, budget) in _ofTicket.ToList())
                if (budget.IsIdle(now)) _ofTicket.Remove(quiet);
        return _ofTicket[ticket] = new(ZendeskLimits.UpdatesPerTicket, ZendeskLimits.PerTicketWindow, burst: 1);
    }

    // Half of them at once, so that a small desk is there at once; a long backfill is spread evenly all the same.
    private static Budget Exports() => new(ZendeskLimits.Exports, ZendeskLimits.Minute, burst: 0.5);
}
