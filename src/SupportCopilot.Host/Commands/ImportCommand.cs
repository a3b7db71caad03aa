using System.CommandLine;
using Spectre.Console;
using SupportCopilot.Host.Endpoints;
using SupportCopilot.Tickets.Importing;

namespace SupportCopilot.Host.Commands;

/// <summary>Brings a file of one's own in, shows what its columns were taken for, and what came of it.</summary>
internal sealed class ImportCommand : ProductCommand
{
    private const int RejectedShown = 5;

    private readonly Argument<string> _file = new("FILE") { Description = "A CSV, JSON or XLSX file of tickets" };
    private readonly Option<string[]> _map = new("--map") { Description = "What a column is, as subject=Title; Title= leaves it out. Can be given again", DefaultValueFactory = _ => [] };
    private readonly Option<string?> _dates = new("--dates") { Description = "How dates of three numbers are written: dmy, mdy or ymd" };
    private readonly Option<bool> _articles = new("--articles") { Description = "FILE holds help articles: Markdown, HTML, text, a folder of them, or a table" };

    public ImportCommand() : base("import", "Bring in the tickets of a file, or its help articles")
    {
        Add(_file);
        Add(_map);
        Add(_dates);
        Add(_articles);
    }

    public override async Task<int> RunAsync(WebApplication app, CommandLine line, ParseResult parsed, CancellationToken ct)
    {
        var path = Path.GetFullPath(parsed.GetRequiredValue(_file));
        if (parsed.GetValue(_articles)) return await ImportOfArticles.RunAsync(app.Services, path, line, ct);
        var instructions = new ImportInstructions(parsed.GetRequiredValue(_map), parsed.GetValue(_dates));
        if (!File.Exists(path)) return Terminal.Fail($"There is no file {path}.");
        if (instructions.Problem is { } odd) return Terminal.Fail(odd, exitCode: 2);

        var terminal = new Terminal(line.IsJson);
        var (run, rejected) = await InTenantAsync(app.Services, TenantOfFiles(app.Services, line), async (services, tenant) =>
        {
            var run = await services.GetRequiredService<TakeInUpload>().OfFileAsync(path, instructions, ct);
            await terminal.ProgressAsync($"Importing {run.FileName}", async progress =>
            {
                await services.GetRequiredService<ImportFile>().RunAsync(run, path, progress, ct);
                return 0;
            });
            if (run.Status == "completed") await WorkOffAsync(services, tenant, terminal, ct);
            return (ImportView.Of(run), await services.GetRequiredService<ListImports>().RejectedAsync(run.Id, RejectedShown, 0, ct));
        }, ct);

        terminal.Result(run, ImportJson.Default.ImportView);
        if (run.Status == "failed") return Terminal.Fail(run.Error!);
        Show(terminal, run, rejected);
        return 0;
    }

    // Else the counts of a file that says a ticket twice would not add up, and nobody would know where a row has gone.
    private static string Others(ImportView run) => (run.Read - run.Created - run.Updated - run.Rejected) switch
    {
        1 => " 1 row more belongs to one of these tickets, or says nothing new.",
        > 1 and var more => $" {more:N0} rows more belong to these tickets, or say nothing new.",
        _ => "",
    };

    private static string Count(long count, string noun) => $"{count:N0} {noun}{(count == 1 ? "" : "s")}";

    private static void Show(Terminal terminal, ImportView run, IReadOnlyList<RejectedRow> rejected)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("Column", "Taken for", "Sure", "Why");
        foreach (var column in run.Mapping!.Columns)
            table.AddRow(new Text(column.Column), new Text(column.Field), new Text($"{column.Confidence:0.00}"), new Text(column.Why));
        terminal.Say($"{run.FileName}: {run.Mapping.Format}; {run.Mapping.Rows}.");
        terminal.Show(table);
        terminal.Say($"{Count(run.Read, "row")} read: {Count(run.Created, "ticket")} created, {run.Updated:N0} updated, {Count(run.Rejected, "row")} rejected.{Others(run)}");
        foreach (var row in rejected) terminal.Say($"  {row.Reason}");
        if (run.Rejected > rejected.Count) terminal.Say($"  … and {run.Rejected - rejected.Count:N0} more: GET /api/imports/{run.Id}/rejected?format=csv");
    }
}
