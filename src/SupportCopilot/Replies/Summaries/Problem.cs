using System.Text.RegularExpressions;
using SupportCopilot.Replies.Text;
using SupportCopilot.Replies.Threads;
using SupportCopilot.Tickets.Speech;
using SupportCopilot.Tickets.Text;

namespace SupportCopilot.Replies.Summaries;

/// <summary>What the customer is after: the one or two of their sentences that say most of it.</summary>
internal static partial class Problem
{
    private const int MostSentences = 2;
    private const int LongestProblem = 320;        // characters; what an agent takes in at a glance
    private const double SecondAtLeast = 0.45;     // of the best score: a weaker second sentence only dilutes
    private const double AlreadySaid = 0.6;        // share of terms that makes a second sentence a repetition

    // How much a sentence's form counts beside its centrality (mean 1); set by reading summaries of the eShopSupport threads.
    private const double ForComplaint = 0.9;
    private const double ForQuestion = 0.8;
    private const double ForRequest = 0.4;
    private const double ForLastMessage = 0.35;
    private const double ForFirstMessage = 0.6;
    private const double ForLaterStatement = -0.8; // «I will refer to the manual»: what is neither first, nor a question, nor a complaint
    private const double PerSentenceFurtherIn = 0.06;
    private const double ForSubject = 1.0;         // of the share of the subject's words that it holds: customers name the matter there
    private const double ForAside = -1.3;          // «my colleague is in copy»
    private const double ForSetting = -0.9;        // «the order number is …», or what was tried
    private const double OfTheSubject = 0.6;       // of its words: «I am furious with the kettle!» under that subject names the matter
    private const double LeastOfSubject = 0.34;    // of the subject's words; with less of them in the sentences it is said before them
    private const double TellingSubject = 1.0;     // summed weight; «Question» tells nothing

    private sealed record Candidate(string Text, double Score, int Order, bool IsAside, bool IsSetting);

    /// <returns>One or two sentences in the customer's order; the subject where the messages say nothing; null where both are empty.</returns>
    public static string? Of(TicketThread thread, TermWeights weights)
    {
        var candidates = Candidates(thread, weights);
        if (candidates.Count == 0) return thread.Ticket.Subject.Length > 0 && thread.ByCustomer.Count > 0 ? thread.Ticket.Subject : null;

        // Who they are and how they feel stands there where nothing else does.
        if (candidates.Exists(c => !c.IsAside && c.Score > 0)) candidates.RemoveAll(c => c.IsAside);
        var best = candidates.MaxBy(c => c.Score)!;
        var chosen = new List<Candidate> { best };
        foreach (var next in candidates.OrderByDescending(c => c.Score))
        {
            if (chosen.Count == MostSentences || next.Score < SecondAtLeast * best.Score) break;
            if (chosen.Contains(next) || chosen.Sum(c => c.Text.Length) + next.Text.Length > LongestProblem) continue;
            if ((next.IsSetting && !best.IsSetting) || Repeats(next.Text, best.Text, weights)) continue;
            chosen.Add(next);
        }
        var said = string.Join(' ', chosen.OrderBy(c => c.Order).Select(c => Clip.To(c.Text, LongestProblem)));
        return WithNewest(thread, WithSubject(thread, said, chosen.TrueForAll(c => c.IsAside || c.IsSetting), weights));
    }

    /// <summary>Where the sentences speak of anything but the matter, the subject names it.</summary>
    private static string WithSubject(TicketThread thread, string said, bool areAsides, TermWeights weights)
    {
        if (thread.IsOther || SubjectLine.Clean(thread.Ticket.Subject) is not { Length: > 0 } subject || NoSubject().IsMatch(subject)) return said;
        var (terms, held) = (Terms.Of(subject), Terms.Of(said));
        var isMissing = weights.Sum(terms) >= TellingSubject && weights.Share(terms, held) < LeastOfSubject;
        return areAsides && isMissing ? $"{subject}{(char.IsPunctuation(subject[^1]) ? "" : ".")} {said}" : said;
    }

    /// <summary>«It is still not working» belongs to the problem, and is none by itself.</summary>
    private static string WithNewest(TicketThread thread, string said) =>
        thread.HasNotHelped && Spoken.In(thread.Unanswered[^1].Text) is [.., { } newest] && !said.Contains(newest, StringComparison.Ordinal) ? $"{said} {Clip.To(newest, LongestProblem)}" : said;

    private static List<Candidate> Candidates(TicketThread thread, TermWeights weights)
    {
        var telling = thread.ByCustomer.Where(turn => !Asking.OnlySaysItFails(turn.Text)).ToList();
        var messages = (telling.Count > 0 ? telling : thread.ByCustomer).Select(turn => Spoken.In(turn.Text)).ToList();
        var subject = thread.IsOther ? [] : Terms.Of(SubjectLine.Clean(thread.Ticket.Subject));
        var sentences = messages.SelectMany((message, m) => message.Select((text, place) => (text, m, place))).ToList();
        var ranks = SentenceRanks.Of([.. sentences.Select(s => s.text)], weights);
        return [.. sentences.Select((s, i) => new Candidate(s.text, Score(s.text, ranks[i], s.m, messages.Count, s.place, subject, weights), i, (Asides.IsBeside(s.text) || Asides.AsksWithoutNaming(s.text)) && weights.Share(subject, Terms.Of(s.text)) < OfTheSubject, Asides.IsSetting(s.text) || Asides.TellsATry(s.text)))];
    }

    private static double Score(string sentence, double rank, int message, int messages, int place, IReadOnlySet<string> subject, TermWeights weights)
    {
        var form = (Asking.IsComplaint(sentence) ? ForComplaint : 0)
            + (Asking.IsQuestion(sentence) ? ForQuestion : Asking.IsRequest(sentence) ? ForRequest : 0);
        var where = message == 0 ? ForFirstMessage : form == 0 ? ForLaterStatement : message == messages - 1 ? ForLastMessage : 0;
        var terms = Terms.Of(sentence);
        var ofSubject = weights.Share(subject, terms);
        var beside = ofSubject >= OfTheSubject ? 0 : Asides.IsBeside(sentence) || Asides.AsksWithoutNaming(sentence) ? ForAside : Asides.IsSetting(sentence) || Asides.TellsATry(sentence) ? ForSetting : 0;
        var substance = Math.Min(1, weights.Sum(terms) / EnoughTerms);
        return substance * (rank + form + where + ForSubject * ofSubject + beside - PerSentenceFurtherIn * place);
    }

    private const double EnoughTerms = 2.5;   // summed weight below which a sentence says too little by itself («Please fix this.»)

    private static bool Repeats(string text, string said, TermWeights weights) =>
        weights.Share(Terms.Of(text), Terms.Of(said)) > AlreadySaid;

    // What a program writes where nobody did.
    [GeneratedRegex(@"^(?:conversation with|chat with|voicemail from|call from|message from|\(?no subject|missed call|incoming)", RegexOptions.IgnoreCase)]
    private static partial Regex NoSubject();
}
