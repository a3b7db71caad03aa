using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Spectre.Console;
using SupportCopilot.Access;
using SupportCopilot.Evaluations;
using SupportCopilot.Host.Evaluations;
using SupportCopilot.Host.Pages;
using SupportCopilot.Models;

namespace SupportCopilot.Host.Commands;

/// <summary>Goes through sets of cases whose answers are known, with a model or with none, and tells the figures beside the last run's.</summary>
internal sealed class EvalCommand : ProductCommand
{
    private const string NoModel = "none";
    private const string AllSets = "all";
    private const int MissedShown = 5;

    private readonly Option<string> _set = new("--set") { Description = $"{string.Join(", ", ReadSets.Tasks)} or {AllSets}: the product's own sets", DefaultValueFactory = _ => AllSets };
    private readonly Option<string?> _file = new("--file") { Description = "A set of your own, as JSON", HelpName = "FILE" };
    private readonly Option<string> _model = new("--model") { Description = "The model server to ask, or none for the embedded way", DefaultValueFactory = _ => NoModel };
    private readonly Option<string?> _out = new("--out") { Description = "Write the runs to a file as JSON", HelpName = "FILE" };
    private readonly Option<string?> _floors = new("--floors") { Description = "Other floors than the sets' own, as triage.category=0.8,replies.silent=0.9" };

    public EvalCommand() : base("eval", "Evaluate a model, or the embedded way, on cases whose answers are known")
    {
        Add(_set);
        Add(_file);
        Add(_model);
        Add(_out);
        Add(_floors);
    }

    /// <inheritdoc/>
    /// <returns>0 where no figure is below its floor, 1 where one is, 2 where the impossible was asked for.</returns>
    public override async Task<int> RunAsync(WebApplication app, CommandLine line, ParseResult parsed, CancellationToken ct)
    {
        var (sets, problem) = await SetsAsync(parsed, ct);
        if (problem is not null) return Terminal.Fail(problem, exitCode: 2);
        if (FloorsOf(parsed.GetValue(_floors)) is not { } floors) return Terminal.Fail("--floors is written triage.category=0.8,replies.silent=0.9: a set, one of its figures, and a share from 0 to 1.", exitCode: 2);

        var key = line.Tenant ?? await OpenTenantAsync(app.Services, ct);
        return await InTenantAsync(app.Services, key, async (services, tenant) =>
        {
            var name = parsed.GetRequiredValue(_model);
            var server = name == NoModel ? null : services.GetRequiredService<AskModel>().Find(name);
            if (server is null && name != NoModel) return Terminal.Fail($"There is no model server {name}; there are {string.Join(", ", services.GetRequiredService<AskModel>().Names.Append(NoModel))}.", exitCode: 2);

            var terminal = new Terminal(line.IsJson);
            var runs = new List<EvaluationRun>();
            foreach (var set in sets)
            {
                var run = await terminal.ProgressAsync($"Evaluating {set.Name}", progress => RunAsync(app.Services, tenant, set, server?.Name, floors, progress, ct));
                runs.Add(await services.GetRequiredService<KeepRuns>().RunAsync(run, ct));
                Show(terminal, runs[^1]);
            }

            terminal.Result<IReadOnlyList<EvaluationRun>>(runs, EvaluationJson.Default.IReadOnlyListEvaluationRun);
            if (parsed.GetValue(_out) is { } path) await File.WriteAllTextAsync(path, JsonSerializer.Serialize(runs, EvaluationJson.Default.IReadOnlyListEvaluationRun), ct);
            return Fallen(runs);
        }, ct);
    }

    private static async Task<EvaluationRun> RunAsync(IServiceProvider product, Tenant tenant, EvaluationSet set, string? server, IReadOnlyDictionary<string, double> floors, IProgress<double> progress, CancellationToken ct)
    {
        await using var desk = await EvaluationDesk.OpenAsync(product, tenant, set, server, ct);
        var own = floors.Where(floor => floor.Key.StartsWith($"{set.Task}.", StringComparison.Ordinal)).ToDictionary(floor => floor.Key[(set.Task.Length + 1)..], floor => floor.Value);
        return await desk.InsideAsync(scope => scope.GetRequiredService<EvaluateSet>().RunAsync(set, server ?? NoModel, own, progress, ct));
    }

    private async Task<(IReadOnlyList<EvaluationSet> Sets, string? Problem)> SetsAsync(ParseResult parsed, CancellationToken ct)
    {
        if (parsed.GetValue(_file) is { } path)
        {
            var (set, problem) = await ReadSets.FromAsync(path, ct);
            return (set is null ? [] : [set], problem);
        }

        var wanted = parsed.GetRequiredValue(_set);
        if (wanted == AllSets) return ([.. ReadSets.Tasks.Select(ReadSets.Own)], null);
        return ReadSets.Tasks.Contains(wanted) ? ([ReadSets.Own(wanted)], null) : ([], $"There is no set {wanted}; there are {string.Join(", ", ReadSets.Tasks)} and {AllSets}.");
    }

    private static Dictionary<string, double>? FloorsOf(string? text)
    {
        var floors = new Dictionary<string, double>();
        foreach (var one in (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (one.Split('=') is not [var name, var share] || name.Split('.') is not [var task, var figure] || !FigureNames.Of(task).Contains(figure)
                || !double.TryParse(share, NumberStyles.Float, CultureInfo.InvariantCulture, out var least) || least is not (>= 0 and <= 1)) return null;
            floors[name] = least;
        }

        return floors;
    }

    private static void Show(Terminal terminal, EvaluationRun run)
    {
        var before = run.Before;
        var table = new Table().Border(TableBorder.Rounded).AddColumns("Figure", "Now", "Of", "Last", "Floor");
        foreach (var figure in run.Figures)
            table.AddRow(new Text(figure.Name), new Text(Share(figure.Share)), new Text($"{figure.Of:N0}"), new Text(before?.Figures.TryGetValue(figure.Name, out var last) is true ? Share(last) : "–"), new Text(figure.Floor is { } floor ? $"{Share(floor)}{(figure.IsBelow ? " fallen" : "")}" : ""));
        terminal.Say($"{run.Set} ({run.Task}, {run.Cases:N0} cases), model: {run.Model}");
        terminal.Show(table);
        terminal.Say(string.Create(CultureInfo.InvariantCulture, $"{run.Seconds:0.0} s, {run.Calls:N0} calls, {run.InputTokens + run.OutputTokens:N0} tokens, ${run.CostUsd:0.0000}{(before is null ? "" : $"; last, at {before.At:u}: {before.Seconds:0.0} s, ${before.CostUsd:0.0000}")}"));
        foreach (var missed in run.Missed.Take(MissedShown)) terminal.Say($"  {missed.Case}: {missed.Why}");
        if (run.Missed.Count > MissedShown) terminal.Say($"  … and {run.Missed.Count - MissedShown:N0} more: --json, or --out FILE");
    }

    private static int Fallen(IReadOnlyList<EvaluationRun> runs)
    {
        var fallen = runs.SelectMany(run => run.Fallen.Select(figure => $"{run.Task}.{figure.Name} of {run.Set} is {Share(figure.Share)}, below its floor of {Share(figure.Floor!.Value)}.")).ToList();
        return fallen.Count == 0 ? 0 : Terminal.Fail(string.Join(Environment.NewLine, fallen));
    }

    private static string Share(double share) => share.ToString("0.000", CultureInfo.InvariantCulture);

    private static async Task<string> OpenTenantAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<WorkbenchTenants>().ChooseAsync(null, ct)).Open;
    }
}
