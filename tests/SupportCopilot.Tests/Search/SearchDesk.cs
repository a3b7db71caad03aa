using Microsoft.Extensions.Logging;
using SupportCopilot.Knowledge;
using SupportCopilot.SearchIndexes.Embedded;

namespace SupportCopilot.Tests.Search;

/// <summary>The real embedded index in a folder of its own, and some documents to put into it.</summary>
public sealed class SearchDesk : IDisposable
{
    public const int Tenant = 1;

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static readonly string[] Problems =
    [
        "my parcel was sent to a wrong address and never arrived", "the invoice charges me twice for one month",
        "I cannot sign in since I changed my password", "the app crashes when I open the camera", "how do I cancel my subscription",
    ];

    private readonly LogLines _log = new();
    private readonly ILoggerFactory _loggers;

    public SearchDesk()
    {
        _loggers = LoggerFactory.Create(logging => logging.AddProvider(_log));
        Index = Another();
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("search-").FullName;

    public LogLines Log => _log;

    internal EmbeddedSearchIndex Index { get; }

    /// <summary>The same files as another process would open them.</summary>
    internal EmbeddedSearchIndex Another() => new(Folder, TimeProvider.System, _loggers.CreateLogger<EmbeddedSearchIndex>());

    /// <summary>The same where so many documents are a large index already.</summary>
    internal EmbeddedSearchIndex Another(long largestReadAtOnce) => new(Folder, TimeProvider.System, _loggers.CreateLogger<EmbeddedSearchIndex>(), largestReadAtOnce);

    public static SearchDocument Ticket(long id, string text, string title = "") => new(new(SearchKind.Ticket, id), title, text);

    /// <summary>Tickets 1 to count about five problems in turn, enough to learn meanings from when there are fifty.</summary>
    public static IEnumerable<SearchDocument> Tickets(int count) =>
        Enumerable.Range(1, count).Select(i => Ticket(i, $"{Problems[i % Problems.Length]}, case number{i}"));

    public static async IAsyncEnumerable<SearchDocument> Stream(IEnumerable<SearchDocument> documents)
    {
        await Task.CompletedTask;
        foreach (var document in documents) yield return document;
    }

    public Task PutAsync(params SearchDocument[] documents) => Index.PutAsync(Tenant, documents, Stop);

    public Task RebuildAsync(IEnumerable<SearchDocument> documents) =>
        Index.RebuildAsync(Tenant, () => Stream(documents), null, Stop);

    /// <summary>The ids that a search finds, best first.</summary>
    public async Task<IReadOnlyList<long>> FindAsync(string text, Func<SearchQuery, SearchQuery>? with = null, ISearchIndex? by = null)
    {
        var query = new SearchQuery(Tenant, SearchKind.Ticket, text, 20);
        var hits = await (by ?? Index).SearchAsync(with is null ? query : with(query), Stop);
        return [.. hits.Select(hit => hit.Key.Id)];
    }

    public void Dispose()
    {
        Index.Dispose();
        _loggers.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
