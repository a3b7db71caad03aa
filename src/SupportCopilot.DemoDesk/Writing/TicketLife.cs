using SupportCopilot.DemoDesk.People;
using SupportCopilot.DemoDesk.Reading;
using SupportCopilot.Tickets;

namespace SupportCopilot.DemoDesk.Writing;

/// <summary>
/// Lives a ticket through: told, taken, asked back, answered, thanked or reopened, closed. It is lived to its end
/// whatever the date; the thread is cut at the desk's last moment afterwards, so that state and dates agree by themselves.
/// </summary>
internal sealed class TicketLife(Matter matter, TicketThread thread, Staffing staffing, string groupName, string firstLineName, double load, Dice dice)
{
    /// <summary>The group that sees what nobody sorted.</summary>
    public const string FirstLine = "support";

    private static readonly TimeSpan CustomersPause = TimeSpan.FromHours(4);
    private static readonly TimeSpan LongestNote = TimeSpan.FromMinutes(9);
    private static readonly TimeSpan UntilClosed = TimeSpan.FromDays(4);

    private readonly AgentMessage _says = new(matter, dice);
    private readonly bool _isForgotten = dice.Chance(0.012);   // every desk has a few that nobody finishes
    private readonly bool _keepsTime = matter.Problem.IsOutage || matter.Facts.HasNamed(Slot.Time);
    private Agent _agent = staffing.For(matter.Problem.Group, matter.Requester.Language, matter.Product.Key, matter.Created, dice);
    private DateTime _at = matter.Created;
    private string _opening = matter.Problem.IsAnswered ? "agent.neutral" : "agent.opening";
    private string _lastAnswer = "";
    private DateTime _last = matter.Created;
    private int _solution = dice.Below(Math.Max(1, matter.Words["fix"].Count));
    private bool _wasThanked;

    /// <summary>How well the agent works who had it last, 0–1.</summary>
    public double Care => _agent.Care;

    public void Live(string? prioritySet)
    {
        thread.Set(_at, "status", TicketStatus.New);
        if (prioritySet is not null) thread.Set(_at, "priority", prioritySet);
        Take();
        if (_isForgotten && dice.Chance(0.4)) return;
        if (matter.Words["probe"].Count == 0 || !dice.Chance(0.55) || AskBack())
        {
            if (!LookInto() || (_isForgotten && dice.Chance(0.6))) return;
            Solve(again: false);
            for (var careless = 0.22 - 0.13 * _agent.Care; !matter.Problem.IsAnswered && dice.Chance(_wasThanked ? careless / 2 : careless); careless *= 0.35) Reopen();
        }

        thread.Set(_at + UntilClosed, "status", TicketStatus.Closed);
    }

    /// <summary>An agent takes it and comes to it after a while; whoever waits long asks again.</summary>
    private void Take()
    {
        var isMisrouted = matter.Problem.Group != FirstLine && dice.Chance(0.12);
        thread.Set(_at, "group", isMisrouted ? firstLineName : groupName);
        var atWork = _agent.NextAtWork(_at);
        var answers = WorkedOn(atWork, matter.Style is Style.Chat && atWork == _at ? TimeSpan.FromMinutes(4) : UsualWait());
        var taken = _agent.NextAtWork(_at + (answers - _at) * (0.2 + 0.7 * dice.Share()));
        if (taken > answers) taken = answers.AddMinutes(-2);
        thread.Set(taken, "assignee", _agent.Name);
        thread.Set(taken, "status", TicketStatus.Open);
        if (answers - _at > TimeSpan.FromHours(28) && dice.Chance(0.4)) thread.ByCustomer(_at + (answers - _at) * (0.6 + 0.35 * dice.Share()), matter.Phrase("nudge", dice));
        if (isMisrouted)
        {
            var first = staffing.For(FirstLine, matter.Requester.Language, matter.Product.Key, _at, dice);
            var moved = first.NextAtWork(_at + (taken - _at) * 0.7);
            if (moved < taken) thread.ByAgent(moved, first, Speaking(moved, "note.route"), isPublic: false);
            thread.Set(moved < taken ? moved : taken, "group", groupName);
        }
        else if (dice.Chance(0.05)) thread.ByAgent(taken, _agent, Speaking(taken, "note.any"), isPublic: false);

        _at = answers;
    }

    /// <summary>Asks for what is missing; whether the customer answered.</summary>
    private bool AskBack()
    {
        Speak(_at);
        Answer(Opening(), matter.Phrase("agent.asking", dice) + " " + matter.Layer("probe", dice));
        thread.Set(_at, "status", TicketStatus.Pending);
        if (dice.Chance(0.03)) thread.ByCustomer(_at.AddMinutes(1), matter.Phrase("autoreply", dice));
        if (dice.Chance(0.07))
        {
            GiveUp();
            return false;
        }

        var asked = _at;
        _at += matter.Style is Style.Chat ? dice.About(TimeSpan.FromMinutes(3), 0.7) : dice.About(CustomersPause, 1.1);
        thread.ByCustomer(_at, Reply(asked));
        _last = _at;
        _opening = "agent.thanksreply";
        thread.Set(_at, "status", TicketStatus.Open);
        _at = Worked(matter.Style is Style.Chat ? TimeSpan.FromMinutes(5) : UsualWait() * 0.8);
        return true;
    }

    /// <summary>Looks into it, alone or with others; whether it went on to a solution.</summary>
    private bool LookInto()
    {
        if (matter.Words["note"].Count > 0 ? dice.Chance(0.6) : dice.Chance(0.12))
            thread.ByAgent(ShortlyBefore(), _agent, matter.Words["note"].Count > 0 && dice.Chance(0.8) ? matter.Layer("note", dice) : Speaking(_at, "note.escalate"), isPublic: false);
        if (!dice.Chance(matter.Problem.RootCause == "bug" ? 0.24 : 0.07)) return true;

        Speak(_at);
        Answer(Opening(), matter.Phrase("agent.working", dice));
        _opening = "agent.update";
        thread.Set(_at, "status", TicketStatus.Hold);
        if (_isForgotten) return false;
        if (dice.Chance(0.3)) HandOver();
        _at = Worked(dice.About(TimeSpan.FromDays(2), 0.6));
        thread.Set(_at, "status", TicketStatus.Open);
        return true;
    }

    private DateTime ShortlyBefore()
    {
        var pause = (_at - _last) * 0.4;
        return _at - (pause < LongestNote ? pause : LongestNote) * (0.3 + 0.7 * dice.Share());
    }

    private void HandOver()
    {
        _agent = staffing.For(matter.Problem.Group, matter.Requester.Language, matter.Product.Key, _at.AddHours(4), dice);
        thread.Set(_at.AddHours(1), "assignee", _agent.Name);
    }

    /// <summary>Gives the solution; the customer thanks, keeps silent, or the agent closes at once.</summary>
    private void Solve(bool again)
    {
        Speak(_at);
        var fixes = matter.Words["fix"];
        Answer(again ? matter.Phrase("agent.again", dice) : Opening(), fixes[_solution++ % fixes.Count].Say(dice, matter.Facts.Say), isLast: true);
        if (dice.Chance(0.5))
        {
            thread.Set(_at, "status", TicketStatus.Solved);
            return;
        }

        thread.Set(_at, "status", TicketStatus.Pending);
        if (!dice.Chance(0.62))
        {
            GiveUp();
            return;
        }

        var answered = _at;
        _at += matter.Style is Style.Chat ? dice.About(TimeSpan.FromMinutes(4), 0.6) : dice.About(CustomersPause, 0.9);
        thread.ByCustomer(_at, Quoting(answered, Casual(matter.Phrase(matter.Problem.IsAnswered ? "thanks.plain" : matter.Problem.IsRepaired ? "works" : "settled", dice))));
        _wasThanked = true;
        thread.Set(_at, "status", TicketStatus.Open);
        _at = Worked(TimeSpan.FromMinutes(matter.Style is Style.Chat ? 2 : 35));
        thread.Set(_at, "status", TicketStatus.Solved);
    }

    private void GiveUp()
    {
        _at = Worked(TimeSpan.FromDays(2.5));
        if (dice.Chance(0.45)) thread.ByAgent(_at, _agent, _says.Saying("", Speaking(_at, "agent.checkback"), isLast: false));
        _at = Worked(TimeSpan.FromDays(2.2));
        if (dice.Chance(0.6)) thread.ByAgent(_at, _agent, _says.Saying("", Speaking(_at, "agent.closed"), isLast: false));
        thread.Set(_at, "status", TicketStatus.Solved);
    }

    private void Reopen()
    {
        var solved = _at;
        var pause = dice.About(TimeSpan.FromHours(20), 0.8);
        _at += pause < UntilClosed * 0.9 ? pause : UntilClosed * 0.9;   // what is closed cannot be reopened
        thread.ByCustomer(_at, Quoting(solved, Casual(matter.Phrase(_wasThanked ? "back" : "still", dice))));
        thread.Set(_at, "status", TicketStatus.Open);
        _at = Worked(UsualWait());
        Solve(again: true);
    }

    private void Answer(string opening, string point, bool isLast = false)
    {
        _last = _at;
        _lastAnswer = _says.Saying(opening, point, isLast);
        thread.ByAgent(_at, _agent, _lastAnswer);
    }

    private string Reply(DateTime asked) => Quoting(asked, Casual(matter.Words["answer"].Count > 0 ? matter.Layer("answer", dice) : matter.Phrase("shot", dice)));

    private string Casual(string text) => Noise.Mistype(matter.Style is Style.Chat ? Noise.Chat(text, dice) : Tongue.Capital(text), matter.Requester.Sloppiness, dice);

    /// <summary>A mail program puts the agent's mail below the answer.</summary>
    private string Quoting(DateTime answered, string text)
    {
        if (matter.Channel != "email" || !dice.Chance(0.35)) return text;
        matter.Facts[Slot.QuoteDate] = Tongue.QuoteDate(matter.Requester.Language, answered);
        return $"{text}\n\n{matter.Requester.First}\n\n{matter.Phrase("quote", dice)}\n{string.Join('\n', _lastAnswer.Split('\n').Select(line => $"> {line}".TrimEnd()))}";
    }

    private string Opening() => _at - matter.Created > TimeSpan.FromHours(40) && dice.Chance(0.5) && matter.Phrase("agent.sorry", dice) is { Length: > 0 } sorry
        ? sorry
        : dice.Chance(0.85) ? matter.Phrase(_opening, dice) : "";

    private void Speak(DateTime moment) => matter.Facts.SpokenBy(_agent, groupName, moment, _keepsTime, dice);

    private string Speaking(DateTime moment, string kind)
    {
        Speak(moment);
        return matter.Phrase(kind, dice);
    }

    private TimeSpan UsualWait() => TimeSpan.FromMinutes(matter.Severity switch { "urgent" => 14, "high" => 40, "normal" => 95, _ => 220 });

    private DateTime Worked(TimeSpan usual) => WorkedOn(_agent.NextAtWork(_at), usual);

    /// <summary>When an agent is done who starts at a moment: busy days and slow hands take longer, and nobody works at night.</summary>
    private DateTime WorkedOn(DateTime start, TimeSpan usual)
    {
        var done = start + dice.About(usual, 0.75) * _agent.Speed * Math.Pow(load, 1.3);
        var atWork = _agent.NextAtWork(done);
        return atWork == done ? done : atWork.AddMinutes(dice.Between(3, 110));
    }
}
