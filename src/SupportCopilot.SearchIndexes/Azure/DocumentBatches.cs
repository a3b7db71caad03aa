using System.Text;
using System.Text.Json.Nodes;

namespace SupportCopilot.SearchIndexes.Azure;

/// <summary>Writes documents in batches the service takes, and sends again those of a batch that it was too busy for.</summary>
internal sealed class DocumentBatches(SearchServiceClient client, TimeProvider clock)
{
    private const int LargestBatch = 1_000;              // the service's own limit
    private const int MostCharacters = 4_000_000;        // at most 16 MB, whatever the script: also its limit
    private const int Rounds = 5;
    private static readonly TimeSpan BetweenRounds = TimeSpan.FromSeconds(1);
    private static readonly int[] Passing = [409, 422, 429, 503];   // what the service says of single documents that may come again

    /// <exception cref="SearchServiceException">It refuses, or refuses single documents; which is told by their keys.</exception>
    public async Task SendAsync(IEnumerable<JsonObject> actions, CancellationToken ct)
    {
        foreach (var batch in Cut(actions)) await SendAsync(batch, ct);
    }

    private async Task SendAsync(List<JsonObject> batch, CancellationToken ct)
    {
        for (var round = 1; batch.Count > 0; round++)
        {
            var sent = new JsonObject { ["value"] = new JsonArray([.. batch.Select(action => action.DeepClone())]) };
            var answer = await client.SendAsync(HttpMethod.Post, client.Address("/docs/index"), sent, ct)
                ?? throw new SearchServiceException("The search index is gone.", 404);
            var failed = answer["value"]!.AsArray().Where(each => each!["status"]!.GetValue<bool>() == false)
                .ToDictionary(each => each!["key"]!.GetValue<string>(), each => each!["statusCode"]!.GetValue<int>());
            if (failed.Any(each => !Passing.Contains(each.Value)) || (failed.Count > 0 && round == Rounds))
                throw new SearchServiceException($"The search service refused {failed.Count} documents, {failed.First().Key} with {failed.First().Value}.", failed.First().Value);
            batch = batch.FindAll(action => failed.ContainsKey(action["key"]!.GetValue<string>()));
            if (batch.Count > 0) await Task.Delay(BetweenRounds * round, clock, ct);
        }
    }

    private static IEnumerable<List<JsonObject>> Cut(IEnumerable<JsonObject> actions)
    {
        var (batch, size) = (new List<JsonObject>(), 0);
        foreach (var action in actions)
        {
            var length = Encoding.UTF8.GetByteCount(action.ToJsonString());
            if (batch.Count == LargestBatch || (batch.Count > 0 && size + length > MostCharacters))
            {
                yield return batch;
                (batch, size) = ([], 0);
            }
            batch.Add(action);
            size += length;
        }
        if (batch.Count > 0) yield return batch;
    }
}
