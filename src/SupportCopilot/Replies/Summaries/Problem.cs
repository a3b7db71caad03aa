using SupportCopilot.Replies.Text;
using SupportCopilot.Replies.Threads;
using SupportCopilot.Tickets.Speech;

namespace SupportCopilot.Replies.Summaries;

/// <summary>What the customer is after: the one or two of their sentences that say most of it.</summary>
internal static class Problem
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

    private sealed record Candidate(string Text, double Score, int Order);

    /// <returns>One or two sentences in the customer's order; the subject where the messages say nothing; null where both are empty.</returns>
    public static string? Of(TicketThread thread, TermWeights weights)
    {
        var candidates = Candidates(thread, weights);
        if (candidates.Count == 0) return thread.Ticket.Subject.Length > 0 && thread.ByCustomer.Count > 0 ? thread.Ticket.Subject : null;

        var best = candidates.MaxBy(c => c.Score)!;
        var chosen = new List<Candidate> { best };
        foreach (var next in candidates.OrderByDescending(c => c.Score))
        {
            if (chosen.Count == MostSentences || next.Score < SecondAtLeast * best.Score) break;
            if (chosen.Contains(next) || chosen.Sum(c => c.Text.Length) + next.Text.Length > LongestProblem) continue;
            if (Repeats(next.Text, best.Text, weights)) continue;
            chosen.Add(next);
        }
        return string.Join(' ', chosen.OrderBy(c => c.Order).Select(c => Clip.To(c.Text, LongestProblem)));
    }

    private static List<Candidate> Candidates(TicketThread thread, TermWeights weights)
    {
        var messages = thread.ByCustomer.Select(turn => Spoken.In(turn.Text)).ToList();
        var sentences = messages.SelectMany((message, m) => message.Select((text, place) => (text, m, place))).ToList();
        var ranks = SentenceRanks.Of([.. sentences.Select(s => s.text)], weights);
        return [.. sentences.Select((s, i) => new Candidate(s.text, Score(s.text, ranks[i], s.m, messages.Count, s.place, weights), i))];
    }

    private static double Score(string sentence, double rank, int message, int messages, int place, TermWeights weights)
    {
        var form = (Asking.IsComplaint(sentence) ? ForComplaint : 0)
            + (Asking.IsQuestion(sentence) ? ForQuestion : Asking.IsRequest(sentence) ? ForRequest : 0);
        var where = message == 0 ? ForFirstMessage : form == 0 ? ForLaterStatement : message == messages - 1 ? ForLastMessage : 0;
        var substance = Math.Min(1, weights.Sum(Terms.Of(sentence)) / EnoughTerms);
        return substance * (rank + form + where - PerSentenceFurtherIn * place);
    }

    private const double EnoughTerms = 2.5;   // summed weight below which a sentence says too little by itself («Please fix this.»)

    private static bool Repeats(string text, string said, TermWeights weights) =>
        weights.Share(Terms.Of(text), Terms.Of(said)) > AlreadySaid;
}
