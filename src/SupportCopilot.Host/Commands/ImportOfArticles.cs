using System.Text.Json;
using System.Text.Json.Serialization;
using SupportCopilot.Knowledge.Articles;

namespace SupportCopilot.Host.Commands;

/// <summary>What <c>import FILE --articles</c> does: brings help articles in and says what came of it.</summary>
internal static class ImportOfArticles
{
    private const int RejectedShown = 5;

    public static async Task<int> RunAsync(IServiceProvider services, string path, CommandLine line, CancellationToken ct)
    {
        if (!File.Exists(path) && !Directory.Exists(path)) return Terminal.Fail($"There is no file or folder {path}.");
        var terminal = new Terminal(line.IsJson);
        var came = await ProductCommand.InTenantAsync(services, ProductCommand.TenantOfFiles(services, line), async (scope, tenant) =>
        {
            var came = await terminal.ProgressAsync(
                $"Importing articles from {Path.GetFileName(path)}", progress => scope.GetRequiredService<ImportArticles>().RunAsync(path, progress, ct));
            await ProductCommand.WorkOffAsync(scope, tenant, terminal, ct);
            return came;
        }, ct);

        terminal.Result(came, ArticleImportJson.Default.ImportedArticles);
        terminal.Say($"{came.Files:N0} files read: {came.Created:N0} articles created, {came.Updated:N0} updated, {came.Unchanged:N0} unchanged, {came.Rejected.Count:N0} refused.");
        foreach (var reason in came.Rejected.Take(RejectedShown)) terminal.Say($"  {reason}");
        if (came.Rejected.Count > RejectedShown) terminal.Say($"  … and {came.Rejected.Count - RejectedShown:N0} more; --json names them all.");
        return came.Created + came.Updated + came.Unchanged > 0 ? 0 : Terminal.Fail("No article was found.");
    }
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(ImportedArticles))]
internal sealed partial class ArticleImportJson : JsonSerializerContext;
