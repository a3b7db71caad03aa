using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Questions;
using SupportCopilot.Questions.Segments;
using SupportCopilot.Tickets;

namespace SupportCopilot.Evaluations;

/// <summary>Asks the questions of a set, of the tickets it brings along or of the tenant's own, and compares every row.</summary>
internal sealed class EvaluateQuestions(FillDesk desk, KeepSegments segments, CurrentTenant tenant, IServiceScopeFactory scopes) : IEvaluate
{
    private const double Near = 0.005;   // figures are told with two digits

    public string Task => "questions";

    public async Task RunAsync(EvaluationSet set, Tally tally, IProgress<double>? progress, CancellationToken ct)
    {
        if (set.Tickets is { } tickets)
        {
            await desk.TicketsAsync([.. tickets.Select(TicketOf)], ct);
            await segments.RunAsync(() => System.Threading.Tasks.Task.CompletedTask, ct);
        }

        foreach (var (place, one) in set.Cases.Index())
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentTenant>().Set(tenant.Id);
            var answer = await scope.ServiceProvider.GetRequiredService<AnswerQuestion>().RunAsync(new Ask(one.Text!) { AsOf = set.AsOf, TimeZone = set.TimeZone }, ct);
            var isAnswered = answer.Kind is AnswerKind.Answer;
            var isRight = one.Rows is { } rows ? isAnswered && AreSame(rows, answer.Rows) : !isAnswered;
            tally.Count(FigureNames.Right, isRight);
            tally.Count(FigureNames.NotWrong, isRight || !isAnswered);
            if (!isRight) tally.Miss(one, isAnswered ? $"answered otherwise, read as «{answer.Interpretation}»" : $"{answer.Kind.ToString().ToLowerInvariant()}, where there is a figure");
            progress?.Report((place + 1d) / set.Cases.Count);
        }
    }

    private static IncomingTicket TicketOf(EvaluationTicket ticket) => new("file", ticket.Id)
    {
        Subject = $"Ticket {ticket.Id}",
        Status = ticket.Status,
        CreatedAt = ticket.Created,
        UpdatedAt = ticket.Solved ?? ticket.Created,
        SolvedAt = ticket.Solved,
        FirstReplyMinutes = ticket.FirstReplyMinutes,
        Channel = ticket.Channel,
        Group = ticket.Group is { } group ? new IncomingName(group.ToLowerInvariant(), group) : null,
        Assignee = ticket.Agent is { } agent ? new IncomingPerson(agent.ToLowerInvariant(), agent) : null,
        Given = new TriageValues { Priority = ticket.Priority, Category = ticket.Category },
        Tags = ticket.Tags,
        Comments = [],
    };

    private static bool AreSame(JsonElement wanted, IReadOnlyList<IReadOnlyList<object?>> given)
    {
        if (wanted.GetArrayLength() != given.Count) return false;
        var left = given.ToList();
        foreach (var row in wanted.EnumerateArray())
        {
            var at = left.FindIndex(other => IsSame([.. row.EnumerateArray()], other));
            if (at < 0) return false;
            left.RemoveAt(at);
        }

        return true;
    }

    private static bool IsSame(List<JsonElement> wanted, IReadOnlyList<object?> given) => wanted.Count == given.Count && wanted.Zip(given).All(cell => IsSame(cell.First, cell.Second));

    private static bool IsSame(JsonElement wanted, object? given) => given switch
    {
        null => wanted.ValueKind is JsonValueKind.Null,
        string text => wanted.ValueKind is JsonValueKind.String && string.Equals(wanted.GetString(), text, StringComparison.OrdinalIgnoreCase),
        IConvertible number when wanted.ValueKind is JsonValueKind.Number => Math.Abs(wanted.GetDouble() - number.ToDouble(CultureInfo.InvariantCulture)) <= Near,
        _ => false,
    };
}
