using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Clusters;
using SupportCopilot.Clusters.Runs;
using SupportCopilot.DemoDesk.Reading;
using SupportCopilot.DemoDesk.Writing;
using SupportCopilot.Host.Jobs;
using SupportCopilot.Tickets;

namespace SupportCopilot.Tests.Clusters;

/// <summary>A desk of demo tickets, whose problems are known to the tests, and its clusters.</summary>
internal static class DemoClusters
{
    public const string CanaryName = "Zebulon Canary";
    public const string CanaryOrder = "77-ZEBRA-4411";

    private static readonly TicketGenerator Generator = new(DeskMaterial.Load(), new DateTime(2026, 3, 2, 8, 0, 0, DateTimeKind.Utc));

    public static string ProblemOf(int n) => Generator.MakeKnown(n).Problem.Key;

    /// <summary>Brings demo tickets first…last in, and indexes them.</summary>
    public static async Task HasDemoTicketsAsync(this Product product, int first, int last, Func<IncomingTicket, IncomingTicket>? with = null)
    {
        await product.HasTicketsAsync([.. Enumerable.Range(first, last - first + 1).Select(n => with is null ? Generator.Make(n) : with(Generator.Make(n)))]);
        // By rules alone: training the classifiers would be most of the test's time.
        await product.InsideAsync(services => services.GetRequiredService<WorkOff>().RunAsync(services.GetRequiredService<CurrentTenant>().Id, null, CancellationToken.None, learnFirst: false));
    }

    /// <summary>Does what the job would: searches for clusters.</summary>
    public static Task<ClusterRun> FindClustersAsync(this Product product, bool anew = false) => product.InsideAsync(async services =>
    {
        var request = services.GetRequiredService<RequestClusterRun>();
        var asked = await request.RunAsync(anew, CancellationToken.None);
        await services.GetRequiredService<WorkClusterRuns>().RunAsync(null, CancellationToken.None);
        return (await request.FindAsync(asked.Id, CancellationToken.None))!;
    });

    /// <summary>Every cluster that is not gone.</summary>
    public static Task<List<Cluster>> ClustersAsync(this Product product) =>
        product.DatabaseAsync(db => db.Clusters.AsNoTracking().Where(c => c.State != ClusterState.Gone).OrderBy(c => c.Id).ToListAsync());

    /// <summary>For each cluster the problems of its tickets.</summary>
    public static async Task<ILookup<long, string>> ProblemsAsync(this Product product, int tickets)
    {
        var known = Enumerable.Range(1, tickets).ToDictionary(TicketGenerator.ExternalIdOf, ProblemOf);
        var members = await product.DatabaseAsync(db => db.ClusterMembers.Join(db.Tickets, m => m.TicketId, t => t.Id, (m, t) => new { m.ClusterId, t.ExternalId }).ToListAsync());
        return members.ToLookup(m => m.ClusterId, m => known[m.ExternalId]);
    }

    /// <summary>A ticket with somebody's name and order number wherever words can stand.</summary>
    public static IncomingTicket WithCanaries(IncomingTicket ticket) => ticket with
    {
        Subject = $"{ticket.Subject} {CanaryOrder} {CanaryName}",
        Comments = [.. ticket.Comments!.Select(c => c with
        {
            Body = c.AuthorKind is AuthorKind.Agent
                ? $"{c.Body}\nWe have told {CanaryName} about order {CanaryOrder} and the card of {CanaryName}. For {CanaryName} we changed the settings of order {CanaryOrder}."
                : $"{c.Body}\nThis is about {CanaryName} and order {CanaryOrder}, says {CanaryName}.",
        })],
    };
}
