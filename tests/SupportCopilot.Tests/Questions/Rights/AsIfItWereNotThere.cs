using System.Text.Json.Nodes;

namespace SupportCopilot.Tests.Questions.Rights;

/// <summary>
/// Noninterference (J. Goguen and J. Meseguer, «Security Policies and Security Models», 1982): what somebody is answered does not
/// differ by a letter or a figure from what they would be answered if there were nothing out of their sight.
/// </summary>
public sealed class AsIfItWereNotThere(SightDesks desks) : IClassFixture<SightDesks>
{
    // What is made anew each time: the question's own number, the numbers of tickets, how long it took and which way it went.
    private static readonly string[] OfTheAsking = ["id", "elapsedMs", "from"];

    private static readonly string[] Questions =
    [
        "tickets", "how many tickets since 2020", "tickets last month by group", "tickets last month by category and channel", "open tickets by agent", "backlog at the end of each month this year",
        "tickets by organization this year", "top 3 organizations this year", "agents with fewer than 5 tickets this year", "which requester wrote most this year", "tickets by tag this year", "tickets by product and brand",
        "csat by agent this year", "csat response rate this year", "sla met by priority this year", "median first reply time per month this year", "p90 resolution time by group", "reopen rate by channel this year",
        "share of escalated tickets this year", "different organizations this year", "how many agents had tickets this year", "different requesters per month this year", "tickets per week this year", "tickets by hour of the day",
        "tickets this month vs last month by group", "growth of tickets this year by category", "running total of tickets per month this year", "tickets solved last month compared with the same period last year",
        "urgent tickets", "tickets tagged urgent", "tickets mentioning Zanzibar", "tickets mentioning refund this year", "tickets not in the Devices group", "tickets without an organization this year", "tickets without a tag",
        "negative share by organization this year", "average tickets per agent last month", "oldest open ticket", "comments by category this year", "tickets with more than 3 replies this year", "list open tickets", "10 newest tickets",
        "tickets assigned to Hidden Harry", "tickets assigned to Hiden Hary", "tickets from Hush Holdings", "tickets from Hush Holding", "tickets tagged secret-project", "tickets tagged secret-projct", "Under Wraps tickets",
        "tickets for product Under Wrap", "tickets by vault number", "tickets with vault number over 5", "tickets in the Vault Team", "covert tickets", "tickets of the brand Shadowbrand", "tickets from Quiet Customer",
        "Harry's tickets", "Jonas's tickets", "Jonas Brand tickets", "tickets from Adventure Works", "tickets from Fabrikam", "Southbay tickets", "Logistics tickets", "tickets in the Billing team", "customer support tickets this year",
        "why are customers complaining about checkout this year?", "why did tickets go up in March?", "what did Hush Holdings say about Zanzibar?", "what did Contoso say about refunds?", "what do customers say about money back?",
        "what drove the rise in tickets this month?", "what are customers complaining about this year?",
        "by how much did tickets grow from January to March by organization", "did Hush Holdings send more tickets than Contoso this year", "Contoso's share of covert tickets this year", "tickets from everyone but Hush Holdings this year",
        "Harry's and Jonas's solved counts this year", "tickets by organization for Hush Holdings and Contoso this year", "Vault Team vs Billing, median first reply time this year", "tickets tagged secret-project but not urgent this year",
        "vault number 7 tickets", "secret tickets", "top 2 organizations in each group this year", "days with more than 3 tickets this year", "which organization grew the most this year", "tickets by vault number, top 3",
    ];

    private static readonly string[][] Dialogs =
    [
        ["tickets last month", "by group", "only urgent ones", "and for Hush Holdings?", "show me those tickets", "as a percentage", "why?"],
        ["open tickets by agent", "only Hidden Harry", "and the month before?", "without email", "top 2", "same for the Vault Team"],
        ["tickets last month by group", "save this as theirs", "run theirs", "tell me when backlog passes 3", "tell me when Hush Holdings tickets pass 5", "list my reports", "delete theirs"],
        ["csat this year by organization", "and by channel?", "compared with last year", "only Northbay", "exclude Contoso"],
    ];

    private static readonly ParallelOptions AtOnce = new() { MaxDegreeOfParallelism = 4 };

    public static TheoryData<string> Sights => [.. SightDesks.Sights.Keys];

    [Theory]
    [MemberData(nameof(Sights))]
    public async Task Is_every_answer(string sight)
    {
        await Parallel.ForEachAsync(Questions, AtOnce, async (question, _) => await HoldAsync(sight, question, null));
    }

    [Theory]
    [MemberData(nameof(Sights))]
    public async Task Is_every_turn_of_a_conversation(string sight)
    {
        await Parallel.ForEachAsync(Dialogs, AtOnce, async (dialog, _) =>
        {
            var conversation = Guid.NewGuid().ToString();
            foreach (var turn in dialog) await HoldAsync(sight, turn, conversation);
        });
    }

    [Theory]
    [InlineData("tickets last month by group")]
    [InlineData("tickets by organization this year")]
    [InlineData("top 3 agents by csat this year")]
    public async Task Is_every_file(string question)
    {
        foreach (var sight in SightDesks.Sights.Keys)
        {
            var (there, alone) = await desks.AskBothAsync(sight, question);
            foreach (var part in new[] { "export?format=csv&about=false", "tickets/export?format=csv&about=false" })
            {
                var (here, elsewhere) = await desks.GetBothAsync(sight, $"/api/questions/{there["id"]}/{part}", $"/api/questions/{alone["id"]}/{part}");
                Assert.Equal(Numberless(elsewhere), Numberless(here));
                Assert.DoesNotContain(SightDesks.Hidden, word => here.Contains(word, StringComparison.OrdinalIgnoreCase));
            }
        }
    }

    [Fact]
    public async Task Only_where_something_is_in_sight()
    {
        foreach (var sight in SightDesks.Sights.Keys)
        {
            var (there, _) = await desks.AskBothAsync(sight, "tickets by channel since 2020");
            Assert.True(there["rows"]!.AsArray().Count > 1 && there["total"]!.GetValue<double>() > 10);
        }
    }

    private async Task HoldAsync(string sight, string question, string? conversation)
    {
        var (there, alone) = await desks.AskBothAsync(sight, question, conversation);
        var (here, elsewhere) = (Comparable(there), Comparable(alone));
        Assert.True(here == elsewhere, $"{sight}: {question}\n there: {here}\n alone: {elsewhere}");
        var said = question.ToUpperInvariant();
        foreach (var word in SightDesks.Hidden.Where(word => !said.Contains(word.ToUpperInvariant(), StringComparison.Ordinal) && conversation is null))
            Assert.DoesNotContain(word, here, StringComparison.OrdinalIgnoreCase);
    }

    private static string Comparable(JsonObject answer)
    {
        var compared = answer.DeepClone().AsObject();
        foreach (var name in OfTheAsking) compared.Remove(name);
        WithoutNumbers(compared);
        return compared.ToJsonString();
    }

    private static void WithoutNumbers(JsonNode? node)
    {
        if (node is JsonArray list) foreach (var item in list) WithoutNumbers(item);
        if (node is not JsonObject part) return;
        foreach (var name in new[] { "href", "sample", "ticketId", "id", "tickets" }.Where(name => name != "tickets" || part["tickets"] is JsonArray)) part.Remove(name);
        foreach (var (_, value) in part) WithoutNumbers(value);
    }

    /// <summary>The lines of a file without the first cell of each, where the ticket's own number stands; in any order.</summary>
    private static List<string> Numberless(string file) =>
        [.. file.Split("\r\n").Select(line => line.Split(',', 2) is [var first, var rest] && long.TryParse(first, out _) ? rest : line).Order(StringComparer.Ordinal)];
}
