using System.CommandLine;
using System.Globalization;
using System.Text;
using Spectre.Console;
using SupportCopilot.Host.Pages;
using SupportCopilot.Questions;
using SupportCopilot.Questions.Answers;
using SupportCopilot.Questions.Exports;

namespace SupportCopilot.Host.Commands;

/// <summary>Answers a question about the whole desk at the command line.</summary>
internal sealed class AskCommand : ProductCommand
{
    private readonly Argument<string> _question = new("QUESTION") { Description = "The question, in quotes" };
    private readonly Option<string?> _zone = new("--time-zone") { Description = "The zone of its days, such as Europe/London" };
    private readonly Option<DateTimeOffset?> _asOf = new("--as-of") { Description = "What relative dates are relative to, as 2026-03-31T12:00:00Z" };

    private readonly Option<string?> _conversation = new("--conversation") { Description = "A name of your own for a conversation, so that the next question can carry on from this one" };

    private readonly Option<bool> _csv = new("--csv") { Description = "Print the figures as CSV and nothing else" };
    private readonly Option<string?> _xlsx = new("--xlsx") { Description = "Write the figures to a file for spreadsheets", HelpName = "FILE" };

    public AskCommand() : base("ask", "Answer a question about tickets")
    {
        Add(_question);
        Add(_zone);
        Add(_asOf);
        Add(_conversation);
        Add(_csv);
        Add(_xlsx);
    }

    public override async Task<int> RunAsync(WebApplication app, CommandLine line, ParseResult parsed, CancellationToken ct)
    {
        var ask = new Ask(parsed.GetRequiredValue(_question)) { TimeZone = parsed.GetValue(_zone), AsOf = parsed.GetValue(_asOf)?.UtcDateTime, Conversation = parsed.GetValue(_conversation) };
        if (ask.Problem is { } problem) return Terminal.Fail(problem, exitCode: 2);

        var tenant = line.Tenant ?? await OpenTenantAsync(app.Services, ct);
        var isCsv = parsed.GetValue(_csv);
        if (isCsv && line.IsJson) return Terminal.Fail("--csv and --json each print alone; give one of them.", exitCode: 2);
        var terminal = new Terminal(line.IsJson || isCsv);
        var answer = await InTenantAsync(app.Services, tenant, async (services, whose) =>
        {
            var given = await services.GetRequiredService<AnswerQuestion>().RunAsync(ask, ct);
            return given.Kind is AnswerKind.Working ? await WaitForQuestion.RunAsync(app.Services, whose, given, terminal, ct) : given;
        }, ct);

        if (line.IsJson) terminal.Result(answer, AnswerJson.Default.Answer);
        Show(terminal, answer);
        if (isCsv || parsed.GetValue(_xlsx) is not null) return await ExportAsync(app.Services, tenant, answer, terminal, isCsv, parsed.GetValue(_xlsx), ct);
        return answer.Kind is AnswerKind.Refusal ? 1 : 0;
    }

    private static async Task<int> ExportAsync(IServiceProvider services, string tenant, Answer answer, Terminal terminal, bool isCsv, string? path, CancellationToken ct)
    {
        if (answer.Kind is not AnswerKind.Answer) return Terminal.Fail(answer.Text);
        Task<ExportFile?> FileAsync(ExportFormat format) => InTenantAsync(services, tenant, (inside, _) => inside.GetRequiredService<ExportQuestion>().AnswerAsync(answer.Id, format, withAbout: path is not null && format is ExportFormat.Xlsx, ct), ct);
        if (isCsv && await FileAsync(ExportFormat.Csv) is { } csv) Terminal.Print(Encoding.UTF8.GetString(csv.Content.AsSpan(Encoding.UTF8.Preamble.Length)));
        if (path is null) return 0;
        if (await FileAsync(ExportFormat.Xlsx) is not { } sheet) return Terminal.Fail("There are no figures to write.");
        await File.WriteAllBytesAsync(path, sheet.Content, ct);
        terminal.Say($"Written to {path}.");
        return 0;
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
        var listed = answer.Columns.Any(column => column.Name == "subject") ? null : answer.Listed;
        foreach (var column in answer.Columns) table.AddColumn(new TableColumn(new Text(Heading(column))) { Alignment = column.Role == "dimension" ? Justify.Left : Justify.Right });
        if (listed is not null) table.AddColumn("subject");
        for (var at = 0; at < answer.Rows.Count; at++)
        {
            var cells = answer.Rows[at].Select((cell, i) => new Text(Cell(cell, answer.Columns[i])));
            table.AddRow(listed is null ? cells : cells.Append(new Text(listed[at].Subject)));
        }

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
