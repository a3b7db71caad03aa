using SupportCopilot.Tickets.Reading;

namespace SupportCopilot.Knowledge.Articles;

/// <summary>
/// Brings in the articles of a file or a folder: Markdown, HTML and text are an article each, tables (CSV, JSON, XLSX) one
/// a row. The same files again change nothing.
/// </summary>
public sealed class ImportArticles(WriteArticles write)
{
    private const long LargestFile = 5_000_000;   // bytes; a page people read is far smaller
    private static readonly string[] Pages = [".md", ".markdown", ".html", ".htm", ".txt"];
    private static readonly string[] Tables = [".csv", ".tsv", ".json", ".jsonl", ".ndjson", ".xlsx"];

    /// <summary>Reads and writes.</summary>
    /// <param name="path">A file or a folder, which is read with the folders in it.</param>
    /// <param name="progress">The share that is done, 0–1.</param>
    /// <param name="ct">Cancels between files; what was written stays.</param>
    public async Task<ImportedArticles> RunAsync(string path, IProgress<double>? progress, CancellationToken ct)
    {
        var root = Directory.Exists(path) ? path : Path.GetDirectoryName(Path.GetFullPath(path))!;
        var files = Directory.Exists(path) ? Found(path) : [path];
        var (created, updated, unchanged, rejected) = (0, 0, 0, new List<string>());
        for (var i = 0; i < files.Count; i++)
        {
            ct.ThrowIfCancellationRequested();
            var written = await write.RunAsync(Read(files[i], Path.GetRelativePath(root, files[i]).Replace('\\', '/'), rejected), ct);
            (created, updated, unchanged) = (created + written.Created, updated + written.Updated, unchanged + written.Unchanged);
            progress?.Report((i + 1.0) / files.Count);
        }
        return new ImportedArticles(files.Count, created, updated, unchanged, rejected);
    }

    private static List<string> Found(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(file => HasEnding(file, Pages) || HasEnding(file, Tables)).Order(StringComparer.Ordinal)];

    private static List<IncomingArticle> Read(string file, string name, List<string> rejected)
    {
        try
        {
            if (!HasEnding(file, Pages)) return ArticleTable.Read(file, name, rejected.Add, new ReadingLimits());
            if (Page(file, name) is { } page) return [page];
            rejected.Add($"{name} holds no words.");
        }
        catch (UnreadableFileException refused)
        {
            rejected.Add(refused.Message);
        }
        return [];
    }

    private static IncomingArticle? Page(string file, string name)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read);
        if (stream.Length > LargestFile) throw new UnreadableFileException($"{name} has {stream.Length:N0} bytes; an article has at most {LargestFile:N0}.");
        if (stream.Length == 0) return null;
        using var reader = new StreamReader(stream, TextEncodings.Detect(stream, name), detectEncodingFromByteOrderMarks: true);
        var format = HasEnding(file, [".txt"]) ? ArticleFormat.Text : HasEnding(file, [".html", ".htm"]) ? ArticleFormat.Html : ArticleFormat.Markdown;
        var text = ArticleText.Read(reader.ReadToEnd(), format);
        return text.Body.Length == 0 ? null
            : new IncomingArticle("file", ExternalIds.Of(name), text.Title ?? Path.GetFileNameWithoutExtension(file).Replace('-', ' ').Replace('_', ' '), text.Body);
    }

    private static bool HasEnding(string file, string[] endings) => endings.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase);
}

/// <summary>What came of it.</summary>
/// <param name="Files">Files that were read.</param>
/// <param name="Created">Articles that were not there.</param>
/// <param name="Updated">Articles that said something new.</param>
/// <param name="Unchanged">Articles that said nothing new.</param>
/// <param name="Rejected">Why files or rows gave no article, each with its name or line.</param>
public sealed record ImportedArticles(int Files, int Created, int Updated, int Unchanged, IReadOnlyList<string> Rejected);
