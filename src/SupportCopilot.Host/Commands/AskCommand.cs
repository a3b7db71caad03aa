using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using SupportCopilot.Host.Pages;
using SupportCopilot.Questions;
using SupportCopilot.Questions.Answers;

namespace SupportCopilot.Host.Commands;

/// <summary>Answers a question about the whole desk at the command line.</summary>
internal sealed class AskCommand : ProductCommand
{
    private readonly Argument<string> _question = new("QUESTION") { Description = "The question, in quotes" };
    private readonly Option<string?> _zone = new("--time-zone") { Description = "The zone of its days, such as Europe/London" };
    private readonly Option<DateTimeOffset?> _asOf = new("--as-of") { Description = "What relative dates are relative to, as 2026-03-31T12:00:00Z" };

    private readonly Option<string?> _conversation = new("--conversation") { Description = "A name of your own for a conversation, so that the next question can carry on from this one" };

    public AskCommand() : base("ask", "Answer a question about tickets")
    {
        Add(_question);
        Add(_zone);
        Add(_asOf);
        Add(_conversation);
    }

    public override async Task<int> RunAsync(WebApplication app, CommandLine line, ParseResult parsed, CancellationToken ct)
    {
        var ask = new Ask(parsed.GetRequiredValue(_question)) { TimeZone = parsed.GetValue(_zone), AsOf = parsed.GetValue(_asOf)?.UtcDateTime, Conversation = parsed.GetValue(_conversation) };
        if (ask.Problem is { } problem) return Terminal.Fail(problem, exitCode: 2);

        var tenant = line.Tenant ?? await OpenTenantAsync(app.Services, ct);
        var terminal = new Terminal(line.IsJson);
        var answer = await InTenantAsync(app.Services, tenant, async (services, whose) =>
        {
            var given = await services.GetRequiredService<AnswerQuestion>().RunAsync(ask, ct);
            return given.Kind is AnswerKind.Working ? await WaitForQuestion.RunAsync(app.Services, whose, given, terminal, ct) : given;
        }, ct);

        terminal.Result(answer, AnswerJson.Default.Answer);
        Show(terminal, answer);
        return answer.Kind is AnswerKind.Refusal ? 1 : 0;
    }

    private static async Task<string> OpenTenantAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<WorkbenchTenants>().ChooseAsync(null, ct)).Open;
    }

    private static void Show(Terminal terminal, Answer answer)
    {
        terminal.Say(answer.Text);
        foreach (var choice in answer.Choices) terminal.Say($"  {choice.Label}{(choice.Count is { } count ? $" ({count:N0})" : "")}\n    ask \"{choice.Text.Replace("\"", "\\\"", StringComparison.Ordinal)}\"");
        if (answer.Interpretation is { } read) terminal.Say($"Read as: {read}.");
        if (answer.Rows.Count > 0 && answer.Columns.Any(column => column.Role == "dimension")) terminal.Show(TableOf(answer));
        foreach (var quote in answer.Quotes ?? []) terminal.Say($"  “{quote.Text}” (ticket {quote.TicketId})");
        foreach (var theme in answer.Themes ?? [])
        {
            terminal.Say($"  {theme.Name}: {FigureWords.Count(theme.Tickets, "tickets")}, {FigureWords.Percent(theme.Share)}");
            foreach (var quote in theme.Quotes) terminal.Say($"    “{quote.Text}” (ticket {quote.TicketId})");
            if (theme.Recommendation is { } approved) terminal.Say($"    {approved.Source}: {approved.Text}");
        }

        foreach (var next in answer.Suggestions) terminal.Say($"  Ask next: {next}");
    }

    private static Table TableOf(Answer answer)
    {
        var table = new Table().Border(TableBorder.Rounded);
        foreach (var column in answer.Columns) table.AddColumn(new TableColumn(new Text(Heading(column))) { Alignment = column.Role == "dimension" ? Justify.Left : Justify.Right });
        foreach (var row in answer.Rows) table.AddRow(row.Select((cell, i) => new Text(Cell(cell, answer.Columns[i]))));
        return table;
    }

    private static string Heading(AnswerColumn column) => column.Role switch
    {
        "before" => $"{column.Name} before",
        "change" => "change",
        _ => column.Unit is { } unit && unit != column.Name ? $"{column.Name} ({unit})" : column.Name,
    };

    private static string Cell(object? cell, AnswerColumn column) => cell switch
    {
        null => column.Role == "dimension" ? "(none)" : "–",
        double share when column.Unit == "share" => share.ToString("P1", CultureInfo.InvariantCulture),
        double number => number.ToString("#,0.##", CultureInfo.InvariantCulture),
        long number => number.ToString("N0", CultureInfo.InvariantCulture),
        _ => cell.ToString()!,
    };
}
