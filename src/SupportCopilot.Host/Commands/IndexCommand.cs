using System.CommandLine;
using System.Text.Json.Serialization;
using SupportCopilot.Host.Pages;
using SupportCopilot.Knowledge;
using SupportCopilot.Knowledge.Indexing;

namespace SupportCopilot.Host.Commands;

/// <summary>Builds the search index anew from the database; a server beside it goes on searching and then takes the new one.</summary>
internal sealed class IndexCommand() : ProductCommand("index", "Build the search index anew from the database")
{
    public override async Task<int> RunAsync(WebApplication app, CommandLine line, ParseResult parsed, CancellationToken ct)
    {
        var terminal = new Terminal(line.IsJson);
        var state = await InTenantAsync(app.Services, await TenantKeyAsync(app.Services, ct), (services, _) =>
            terminal.ProgressAsync("Building the index", progress => services.GetRequiredService<RebuildIndex>().RunAsync(progress, ct)), ct);
        terminal.Say($"The index holds {state.Tickets:N0} tickets and {state.Articles:N0} articles.");
        terminal.Result(state, IndexJson.Default.SearchIndexState);
        return 0;
    }

    private static async Task<string> TenantKeyAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<WorkbenchTenants>().ChooseAsync(null, ct)).Open;
    }
}

[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(SearchIndexState))]
internal sealed partial class IndexJson : JsonSerializerContext;
