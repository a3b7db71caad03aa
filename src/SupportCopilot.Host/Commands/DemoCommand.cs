using System.CommandLine;
using System.Text.Json.Serialization;
using SupportCopilot.Access;
using SupportCopilot.DemoDesk;
using SupportCopilot.Host.Jobs;

namespace SupportCopilot.Host.Commands;

/// <summary>Fills the tenant <c>demo</c> with the desk of a made-up company.</summary>
internal sealed class DemoCommand : ProductCommand
{
    private readonly Option<int> _tickets = new("--tickets") { Description = "How many tickets the desk shall have", DefaultValueFactory = _ => FirstStart.Tickets };

    public DemoCommand() : base("demo", "Fill the tenant demo with a made-up desk; the same number again changes nothing, a larger one adds") => Options.Add(_tickets);

    public override async Task<int> RunAsync(WebApplication app, CommandLine line, ParseResult parsed, CancellationToken ct)
    {
        var tickets = parsed.GetValue(_tickets);
        if (tickets is < 0 or > FillDemoDesk.MostTickets) return Terminal.Fail($"--tickets is a number from 0 to {FillDemoDesk.MostTickets}.", 2);
        if (line.Tenant is { } key && key != Tenant.DemoKey) return Terminal.Fail($"The demo desk goes into the tenant \"{Tenant.DemoKey}\" only, not into \"{key}\".", 2);

        var terminal = new Terminal(line.IsJson);
        var desk = await InTenantAsync(app.Services, Tenant.DemoKey, async (services, tenant) =>
        {
            var filled = await terminal.ProgressAsync("Demo desk", progress => services.GetRequiredService<FillDemoDesk>().RunAsync(tenant.Id, tickets, Counted(progress, tickets), ct));
            await WorkOffAsync(services, tenant, terminal, ct);
            return filled;
        }, ct);
        if (desk.Refused is { } reason) return Terminal.Fail(reason, 2);

        terminal.Say($"The demo desk: {desk.Created} tickets added, {desk.AlreadyThere} were there; {desk.ArticlesCreated} of {desk.Articles} help articles added.");
        terminal.Result(new DemoResult(Tenant.DemoKey, desk.Created, desk.AlreadyThere, desk.ArticlesCreated, desk.Articles), DemoJson.Default.DemoResult);
        return 0;
    }

    private static Count Counted(IProgress<double> progress, int all) => new(done => progress.Report((double)done / all));

    private sealed class Count(Action<int> report) : IProgress<int>
    {
        public void Report(int value) => report(value);
    }
}

/// <summary>What the demo command tells machines.</summary>
internal sealed record DemoResult(string Tenant, int Created, int AlreadyThere, int ArticlesCreated, int Articles);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(DemoResult))]
internal sealed partial class DemoJson : JsonSerializerContext;
