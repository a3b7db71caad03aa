using System.Text;
using SupportCopilot.Questions.Dates;
using SupportCopilot.Questions.Parsing;
using SupportCopilot.Questions.Parsing.Lexicon;
using SupportCopilot.Questions.Parsing.Words;

namespace SupportCopilot.Questions.Reasons.Asking;

/// <summary>Takes the frame from a question: «why did … drop», «what drove …», «what did … say about …». What is framed keeps all of its words.</summary>
internal sealed class ReadFrame(string text, DateContext dates)
{
    private readonly IReadOnlyList<Word> _words = WordReader.Read(text);
    private const int MostWords = 80;

    private IReadOnlyList<DateReading>? _days;

    /// <returns>The frame; null for a question that is none of these.</returns>
    public WhyFrame? Run()
    {
        var end = _words.Count;
        if (end > MostWords) return null;   // nobody asks so long; the parser names what it cannot place
        while (end > 0 && _words[end - 1].IsMark && !IsQuote(end - 1)) end--;
        if (end == 0) return null;
        var start = 0;
        while (start < end && (WhyWords.Polite.Contains(T(start)) || _words[start].Text is ",")) start++;
        if (start == end) return null;
        return Why(start, end) ?? What(start, end) ?? ReasonsFor(start, end) ?? Explain(start, end) ?? Said(start, end) ?? Words(start, end);
    }

    private WhyFrame? Why(int start, int end)
    {
        int rest;
        if (T(start) is "why") rest = start + 1;
        else if (T(start) is "how" && T(start + 1) is "come") rest = start + 2;
        else if (T(start) is "reason" or "reasons" && end == start + 1) rest = end;
        else return null;
        if (rest >= end || Enumerable.Range(rest, end - rest).All(i => WhyWords.Auxiliaries.Contains(T(i)) || WhyWords.Degree.Contains(T(i)) || T(i) is "exactly" or "not")) return new WhyFrame(WhyKind.FollowUp, "");
        return Framed(rest, end);
    }

    private WhyFrame? What(int start, int end)
    {
        if (T(start) is not ("what" or "whats" or "which" or "who")) return null;
        var at = start + 1;
        if (T(start) is "which" && T(at) is "factors" or "things" or "problems" or "issues") at++;
        while (at < end && WhyWords.Auxiliaries.Contains(T(at))) at++;
        if (at >= end) return null;
        if (T(at) is "happened" or "happening" or "changed" or "wrong" or "going" or "up")
        {
            var after = T(at) is "going" && T(at + 1) is "on" ? at + 2 : at + 1;
            if (T(after) is not ("to" or "with") && !(T(at) is "changed" && T(after) is "in")) return null;
            return after + 1 < end ? Framed(after + 1, end) is { } read ? read with { Kind = WhyKind.Change } : null : null;
        }

        if (WhyWords.Drivers.Contains(T(at)) && at + 1 < end) return Framed(at + 1, end);
        return WhyWords.DriversOfTwo.Contains((T(at), T(at + 1))) && at + 2 < end ? Framed(at + 2, end) : null;
    }

    private WhyFrame? ReasonsFor(int start, int end)
    {
        var at = start;
        while (at < end && (WhyWords.Leading.Contains(T(at)) || T(at) is "'s" || _words[at].IsNumber)) at++;
        if (at < end && WhyWords.Complaints.Contains(T(at)) && Enumerable.Range(start, at - start).Any(i => WhyWords.Ranking.Contains(T(i)))) return Framed(at, end);   // «top complaints in March»
        if (at >= end || !WhyWords.Reasons.Contains(T(at)) || (at > start && T(at - 1) is "root")) return null;
        at++;
        if (at < end && WhyWords.AfterReasons.Contains(T(at))) at++;
        return at < end ? Framed(at, end) : new WhyFrame(WhyKind.FollowUp, "");
    }

    private WhyFrame? Explain(int start, int end) =>
        T(start) is "explain" && start + 1 < end && Framed(start + 1, end) is { Kind: WhyKind.Change } or { IsComplaint: true } ? Framed(start + 1, end) : null;

    /// <summary>«what did Contoso say about the invoice», «what are customers complaining about».</summary>
    private WhyFrame? Said(int start, int end)
    {
        if (T(start) is not ("what" or "whats" or "how")) return null;
        if (T(start) is "how" && !Enumerable.Range(start, end - start).Any(i => T(i) is "feel" or "feeling" or "think")) return null;
        var at = start + 1;
        while (at < end && WhyWords.Auxiliaries.Contains(T(at)) && T(at) is not ("the" or "our")) at++;
        var verb = Enumerable.Range(at, end - at).FirstOrDefault(i => !IsInQuotes(i) && (WhyWords.Saying.Contains(T(i)) || WhyWords.Complaints.Contains(T(i))), -1);
        if (verb < 0) return null;

        var isComplaint = WhyWords.Complaints.Contains(T(verb));
        var who = Kept(at, verb, i => !WhyWords.Customers.Contains(T(i)) && !WhyWords.Auxiliaries.Contains(T(i)) && !AboutThose.Points(T(i), T(i + 1)));
        var after = verb + 1;
        while (after < end && T(after) is "us" or "to" or "the" or "most" or "'s" && T(after) is not "the") after++;
        var isAbout = after < end && (WhyWords.About.Contains(T(after)) || (WhyWords.AboutToo.Contains(T(after)) && !BeginsDays(after, after + 1)));
        var from = who.Length > 0 ? $"from {who} " : "";
        if (isAbout)   // «complain about most in Billing» has no topic
            while (after + 1 < end && T(after + 1) is "most" or "mostly" or "often" or "lately" || T(after + 1) is "the" && T(after + 2) is "most") after++;
        var hasNoTopic = isAbout && after + 1 < end && (T(after + 1) is "in" or "on" or "during" or "since" or "over" or "at" or "from" or "for" or "by" or "yesterday" or "today" || T(after + 1) is "last" or "this" && BeginsDays(after + 1, end));
        if (isAbout && !hasNoTopic && after + 1 < end && !(BeginsDays(after + 1, end) && T(after) is "about" && isComplaint))
            return new WhyFrame(isComplaint && who.Length == 0 ? WhyKind.Reasons : WhyKind.Quotes, from) { About = Raw(after + 1, end), IsComplaint = isComplaint };
        var tail = Raw(isAbout ? after + 1 : after, end);
        return new WhyFrame(isComplaint ? WhyKind.Reasons : WhyKind.Quotes, from + tail.Replace("most", "", StringComparison.Ordinal)) { IsComplaint = isComplaint };
    }

    /// <summary>«show me complaints about the login page», «find tickets about refunds», «quotes from tickets …».</summary>
    private WhyFrame? Words(int start, int end)
    {
        var (at, isFound) = (start, false);
        while (at < end && (WhyWords.Showing.Contains(T(at)) || WhyWords.HowMany.Contains(T(at)) || _words[at].IsNumber && WhyWords.Words.Contains(T(at + 1))))
        {
            isFound |= WhyWords.Finding.Contains(T(at));
            at++;
        }

        if (at >= end) return null;
        var isWords = WhyWords.Words.Contains(T(at));
        if (!isWords && !(isFound && WhyWords.Tickets.Contains(T(at)))) return null;
        if (isWords && T(at) is "comment" or "comments" && !(T(at + 1) is "about" or "on" or "from" or "regarding" or "mentioning")) return null;   // a measure of its own
        var isComplaint = WhyWords.Complaints.Contains(T(at));
        var about = Enumerable.Range(at + 1, Math.Max(0, end - at - 1)).FirstOrDefault(i => !IsInQuotes(i) && (WhyWords.About.Contains(T(i)) || (i == at + 1 && T(i) is "on" or "of" or "with" && !BeginsDays(i + 1, end))), -1);
        var count = isWords ? CountBefore(start, at) : null;
        if (about < 0) return isWords && at + 1 < end ? new WhyFrame(WhyKind.Quotes, Raw(at + 1, end)) { IsComplaint = isComplaint, Count = count } : null;
        return about + 1 < end ? new WhyFrame(WhyKind.Quotes, Kept(at + 1, about, i => !IsOfCustomers(i))) { About = Raw(about + 1, end), IsComplaint = isComplaint, Count = count } : null;
    }

    /// <summary>Whether a number is one of tickets: «102 tickets», «90 shipping tickets».</summary>
    private bool CountsTickets(int at, int head)
    {
        for (var i = at + 1; i < Math.Min(head, at + 4); i++)
            if (WhyWords.Tickets.Contains(T(i))) return true;
            else if (T(i) is "in" or "of" or "on" or "for" or "to" or "at" or "and" || _words[i].IsMark) return false;
        return false;
    }

    /// <summary>«three quotes», «5 comments».</summary>
    private int? CountBefore(int start, int at)
    {
        string[] words = ["one", "two", "three", "four", "five", "six"];
        for (var i = start; i < at; i++)
            if (int.TryParse(T(i), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var digits)) return digits;
            else if (Array.IndexOf(words, T(i)) is >= 0 and var small) return small + 1;
        return null;
    }

    /// <summary>«from customers» and «by our customers» tell nobody from anybody: it is they who write.</summary>
    private bool IsOfCustomers(int at) =>
        WhyWords.Customers.Contains(T(at)) || T(at) is "from" or "by" or "our" or "the" && (WhyWords.Customers.Contains(T(at + 1)) || T(at + 1) is "our" or "the" && WhyWords.Customers.Contains(T(at + 2)));

    /// <summary>What a «why» asks about: complaints, a change, a level, or tickets of some kind.</summary>
    private WhyFrame Framed(int start, int end)
    {
        while (start < end && (WhyWords.Auxiliaries.Contains(T(start)) || WhyWords.Not.Contains(T(start)) && T(start) is not ("not" or "never"))) start++;
        var about = Enumerable.Range(start, end - start).FirstOrDefault(i => !IsInQuotes(i) && WhyWords.About.Contains(T(i)), -1);
        var complaint = Enumerable.Range(start, end - start).FirstOrDefault(i => !IsInQuotes(i) && WhyWords.Complaints.Contains(T(i)), -1);
        if (complaint < 0) complaint = Enumerable.Range(start, end - start).FirstOrDefault(i => !IsInQuotes(i) && WhyWords.Content.Contains(T(i)) && Enumerable.Range(Math.Max(0, i - 4), Math.Min(4, i)).Any(j => WhyWords.Not.Contains(T(j))), -1);
        var isDenied = complaint >= 0 && WhyWords.Content.Contains(T(complaint));
        var feeling = complaint < 0 ? Enumerable.Range(start, end - start).FirstOrDefault(i => !IsInQuotes(i) && WhyWords.Feelings.Contains(T(i)), -1) : -1;
        var feels = complaint >= 0 ? complaint : feeling;
        if (feels >= 0 && about < 0 && WhyWords.AboutToo.Contains(T(feels + 1)) && feels + 2 < end && !BeginsDays(feels + 1, end) && !BeginsDays(feels + 2, end)) about = feels + 1;

        var head = about < 0 ? end : about;
        var frame = new WhyFrame(WhyKind.Reasons, "") { IsComplaint = complaint >= 0, Feeling = feeling >= 0 ? _words[feeling].Raw : null };
        var dropped = new HashSet<int>();
        for (var i = start; i < head; i++)
        {
            if (IsInQuotes(i)) continue;
            if (i == complaint || i == feeling || (isDenied && WhyWords.Not.Contains(T(i)))) dropped.Add(i);
            else if (WhyWords.Customers.Contains(T(i)) && (feels >= 0 || (i == start && T(i) is not ("customer" or "client" or "user") && i + 1 < head && T(i + 1) is not "from"))) dropped.Add(i);
            else if (frame.ChangeWord is null && Change(i, head) is var (length, part) && T(i + length) is not "than" && IsOfFigure(i, i + length, start, head, end, part))
            {
                frame = frame with { Kind = WhyKind.Change, Up = frame.Up ?? part.Up, Better = frame.Better ?? part.Better, ChangeWord = frame.ChangeWord ?? T(i) };
                for (var j = i; j < i + length; j++) dropped.Add(j);
                i += length - 1;
                if (T(i + 1) is "in" or "of" or "for" or "to" && !BeginsDays(i + 2, end)) dropped.Add(++i);
            }
            else if (_words[i].IsNumber && CountsTickets(i, head) && T(i - 1) is not ("than" or "top" or "over" or "under" or "least" or "most"))
            {
                // «why were there 102 tickets on 6 October?»: the figure itself, and nothing that tickets speak about
                frame = frame with { Level = frame.Level ?? "many" };
                dropped.Add(i);
            }
            else if (WhyWords.Levels.Contains(T(i)) && T(i + 1) is "number" or "numbers" or "volume" or "volumes" or "level" or "levels" or "rate" or "amount" or "count" or "figure")
            {
                frame = frame with { Level = T(i) };
                dropped.Add(i);
                if (T(i + 1) is not "rate") dropped.Add(++i);
                if (T(i + 1) is "of") dropped.Add(++i);
            }
            else if (WhyWords.Levels.Contains(T(i)) && i > start && T(i + 1) is "for" or "in" or "at" or "on" or "with" or "from" or "among" && T(i - 1) is not ("priority" or "urgency" or "is" or "are" or "was" or "were" or "and" or "or" or "with" or "not"))
            {
                frame = frame with { Level = T(i) };
                dropped.Add(i);
            }
            else if (WhyWords.Levels.Contains(T(i)) && (i == head - 1 || i > start && WhyWords.Degree.Contains(T(i - 1)) || BeginsDays(i + 1, end)))
            {
                frame = frame with { Level = T(i) };
                dropped.Add(i);
            }
        }

        for (var i = start; i < head; i++)
            if (!IsInQuotes(i) && WhyWords.Degree.Contains(T(i))) dropped.Add(i);
        if (T(start) is "so" or "too" && T(start + 1) is "many" or "much") frame = frame with { Level = T(start + 1) };
        return frame with { Rest = Kept(start, head, i => !dropped.Contains(i)), About = about < 0 ? null : Raw(about + 1, end) };
    }

    /// <summary>Whether a word of change speaks about a figure: «password change» and «sign up» are what tickets are about.</summary>
    private bool IsOfFigure(int at, int next, int start, int head, int end, ChangePart part)
    {
        if (at > start && _words[at - 1].IsNumber) return false;
        var isAlone = next >= head || BeginsDays(next, end) || T(next) is "by" or "from" or "since" or "compared";
        if (T(at) is "up" or "down" or "double" or "jump") return isAlone && !WhyWords.BeforeUp.Contains(T(at - 1));
        return part.Up is not null || part.Better is not null || isAlone || at == start || T(next) is "in" or "of" or "to" or "for";
    }

    /// <summary>A word of change from the lexicon of figures, or from the one here.</summary>
    private (int Length, ChangePart Part)? Change(int at, int end)
    {
        for (var length = Math.Min(3, end - at); length > 0; length--)
        {
            var phrase = string.Join(' ', Enumerable.Range(at, length).Select(T));
            if (length > 1 && T(at + length - 1) is "in" or "of") continue;
            if (Phrases.Find(phrase).Select(entry => entry.Part).OfType<ChangePart>().FirstOrDefault() is { } part) return (length, part);
        }

        return WhyWords.Changes.TryGetValue(T(at), out var up) ? (1, new ChangePart(up)) : null;
    }

    private bool BeginsDays(int at, int end)
    {
        if (at >= end) return false;
        if (T(at) is "in" or "on" or "during" or "since" or "for" or "over" or "this" or "last" or "from" && at + 1 < _words.Count && T(at) is not ("this" or "last")) at++;
        return Days.Any(days => days.Start == at && days.Score >= 0.5) || Days.Any(days => days.Start == at && at > 0 && T(at - 1) is "in" or "on" or "during" or "since");
    }

    private IReadOnlyList<DateReading> Days => _days ??= new DateReader().Read(_words, dates);

    private string T(int at) => at >= 0 && at < _words.Count ? _words[at].Text : "";

    private bool IsQuote(int at) => _words[at].Text is "\"" or "“" or "”" or "«" or "»";

    private bool IsInQuotes(int at) => Enumerable.Range(0, at).Count(IsQuote) % 2 == 1;

    private string Raw(int start, int end) => Kept(start, end, _ => true);

    /// <summary>The words of a span as they were written, without some.</summary>
    private string Kept(int start, int end, Func<int, bool> isKept)
    {
        var kept = new StringBuilder();
        var last = -1;
        for (var i = start; i < end; i++)
        {
            if (!isKept(i)) continue;
            if (last >= 0 && (last < i - 1 || !_words[last].Touches(_words[i]))) kept.Append(' ');
            kept.Append(_words[i].Raw);
            last = i;
        }

        return kept.ToString();
    }
}
