using SupportCopilot.Models;
using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Text;
using SupportCopilot.Triage.Rules;

namespace SupportCopilot.Triage.Modelled;

/// <summary>
/// Does once, with made-up words and without asking anybody, what the first ticket of a program would otherwise wait for:
/// word lists are read, patterns made, code compiled. For a program that has just started, beside the rest of its start.
/// </summary>
public sealed class WarmTriage(AskModel models)
{
    private static readonly TicketText Sample = new("A parcel", [new TicketMessage(AuthorKind.Requester, "My name is Ann Example. Order 12345-A did not arrive at 5 Mill Lane on 3 March; write to ann@example.com, or call +44 20 7946 0958.", null)]);

    /// <summary>Does it.</summary>
    public void Run()
    {
        _ = TriageRules.Judge(Sample, null);
        if (models.Names.Select(models.Find).FirstOrDefault() is { } server) models.Prepare(TriageQuestion.Of(0, server, Sample, Taxonomy.Default, new TriageValues()).Request);
    }
}
