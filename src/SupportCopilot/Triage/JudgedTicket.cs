using System.Text.Json;
using SupportCopilot.Tickets;
using SupportCopilot.Triage.Modelled;

namespace SupportCopilot.Triage;

/// <summary>A ticket as it was when it was judged, and what the embedded way made of it.</summary>
/// <param name="Ticket">The ticket.</param>
/// <param name="Verdict">The verdict that it had; null where it had none.</param>
/// <param name="Embedded">What the embedded way made of its words.</param>
/// <param name="Detail">What is kept until a model has had its say: <paramref name="Embedded"/>, or with the words of a model that was asked the very same before.</param>
/// <param name="Known">Whether a model said that of the very same question.</param>
/// <param name="Question">What a model is to be asked; null where none is.</param>
/// <param name="Taxonomy">The tenant's lists.</param>
internal sealed record JudgedTicket(Ticket Ticket, TriageVerdict? Verdict, Judgement Embedded, string Detail, Judgement? Known, TriageQuestion? Question, Taxonomy Taxonomy)
{
    /// <summary>The ticket's version when it was judged.</summary>
    public int Version { get; } = Ticket.Version;

    /// <summary>When the verdict that it had was made.</summary>
    public DateTime? VerdictMadeAt { get; } = Verdict?.MadeAt;

    /// <summary>What holds without asking anybody.</summary>
    public Judgement Standing => Known ?? Embedded;

    public static JudgedTicket Of(Ticket ticket, TriageVerdict? verdict, Judgement embedded, TriageQuestion? question, Taxonomy taxonomy)
    {
        var known = question is not null && verdict?.Asked == question.Hash ? ModelledTriage.In(Read(verdict)).Over(embedded, taxonomy, ticket.Given) : null;
        return new JudgedTicket(ticket, verdict, embedded, Write(known ?? embedded), known, question, taxonomy);
    }

    /// <summary>The same with what a model said.</summary>
    public Judgement With(ModelledTriage said) => said.Over(Embedded, Taxonomy, Ticket.Given);

    public static string Write(Judgement judgement) => JsonSerializer.Serialize(judgement, JudgementJson.Default.Judgement);

    private static Judgement Read(TriageVerdict verdict) => JsonSerializer.Deserialize(verdict.Detail, JudgementJson.Default.Judgement)!;
}
