using System.Text.RegularExpressions;

namespace SupportCopilot.Tests.DemoDesk;

/// <summary>A problem must not be known by its sentences, or clustering would be a show.</summary>
public sealed partial class ProblemsRecurInOtherWords(MadeUpDesk desk) : IClassFixture<MadeUpDesk>
{
    private const double MostAlike = 0.3;   // mean Jaccard of the words of two tickets of one problem

    [Fact]
    public void At_least_sixty_problems_are_there_each_with_six_wordings()
    {
        Assert.True(desk.Material.Problems.Count >= 60);
        Assert.All(desk.Material.Problems, p => Assert.True(p.Words["en"]["symptom"].Count >= 6, p.Key));
        Assert.Equal(desk.Material.Problems.Count, desk.Known.Select(known => known.Problem.Key).Distinct().Count());
    }

    [Fact]
    public void Two_tickets_of_one_problem_share_few_words()
    {
        foreach (var problem in desk.Known.GroupBy(known => known.Problem.Key))
        {
            var texts = problem.Take(40).Select(known => Words(MadeUpDesk.TextOf(known.Ticket))).ToList();
            var alike = texts.SelectMany((one, at) => texts.Skip(at + 1).Select(other => Jaccard(one, other))).Average();
            Assert.True(alike < MostAlike, $"{problem.Key}: {alike:0.00}");
        }
    }

    [Fact]
    public void No_two_first_messages_are_the_same_but_for_a_few_short_ones()
    {
        var bodies = desk.Tickets.Select(t => t.Comments![0].Body).ToList();

        Assert.True(bodies.Distinct().Count() > 0.95 * bodies.Count, $"{bodies.Distinct().Count()} of {bodies.Count}");
    }

    [Fact]
    public void Resolutions_name_the_customers_own_facts()
    {
        var own = desk.Tickets.Count(t => t.Comments!.Any(c => c.AuthorKind == SupportCopilot.Tickets.AuthorKind.Agent && c.IsPublic && Own().IsMatch(c.Body)));

        Assert.True(own > desk.Tickets.Count / 3, $"{own} of {desk.Tickets.Count}");
    }

    private static HashSet<string> Words(string text) => [.. Word().Matches(text.ToLowerInvariant()).Select(match => match.Value)];

    private static double Jaccard(HashSet<string> one, HashSet<string> other) => (double)one.Count(other.Contains) / one.Union(other).Count();

    [GeneratedRegex(@"\p{L}{2,}")]
    private static partial Regex Word();

    [GeneratedRegex(@"BM-\d{6}|INV-\d{4}-\d{5}|[£€$]\d|\d [£€$]|req_|[A-Z]{2}\d{2}-\d{6}|@[a-z-]+\.example")]
    private static partial Regex Own();
}
