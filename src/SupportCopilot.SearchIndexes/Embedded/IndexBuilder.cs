using Microsoft.Data.Sqlite;
using SupportCopilot.Knowledge;
using SupportCopilot.Learning.Likeness;
using SupportCopilot.SearchIndexes.Files;
using SupportCopilot.SearchIndexes.Ranking;

namespace SupportCopilot.SearchIndexes.Embedded;

/// <summary>Builds a generation of an index: writes every document, learns what words and texts mean here, and gives each document its vector.</summary>
internal sealed class IndexBuilder(string path, TimeProvider clock)
{
    /// <summary>Texts that meanings are learned from at most; from more, an even sample is taken, so that time and memory stay bounded.</summary>
    public const int MostTexts = 50_000;

    /// <summary>Texts that meanings are learned from at least; of fewer, words stand together by accident.</summary>
    public const int FewestTexts = 50;

    private const int BatchSize = 1_000;

    /// <summary>Fills an index that nobody reads so far.</summary>
    /// <returns>How many documents it holds.</returns>
    public async Task<long> BuildAsync(IAsyncEnumerable<SearchDocument> documents, IProgress<long>? progress, CancellationToken ct)
    {
        using var connection = IndexFile.Open(path);
        var statistics = new TermStatistics();
        var rows = await WriteAsync(connection, documents, statistics, progress, ct);
        var model = rows >= FewestTexts
            ? LsaModel.Train(Sample(connection, rows), new LsaOptions(MaxTexts: MostTexts), progress is null ? null : new Learning(progress, rows), ct)
            : null;
        if (model is not null) WriteVectors(connection, rows, model, progress, ct);
        connection.Execute("INSERT INTO terms (terms) VALUES ('optimize')");
        IndexFile.WriteAbout(connection, new(clock.GetUtcNow().UtcDateTime, rows, model, statistics));
        connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)"); // else the log stays as large as the index
        return rows;
    }

    /// <returns>The last row; rows count from 1 without a gap.</returns>
    private static async Task<long> WriteAsync(
        SqliteConnection connection, IAsyncEnumerable<SearchDocument> documents, TermStatistics statistics, IProgress<long>? progress, CancellationToken ct)
    {
        using var writer = new DocumentWriter(connection);
        connection.Execute("BEGIN");
        long last = 0;
        await foreach (var document in documents.WithCancellation(ct))
        {
            var indexed = IndexedDocument.Of(document);
            last = writer.Append(indexed, null);
            statistics.Add(indexed.AllWords);
            if (last % BatchSize != 0) continue;
            connection.Execute("COMMIT; BEGIN");
            progress?.Report(last);
        }
        connection.Execute("COMMIT");
        progress?.Report(last);
        return last;
    }

    private static List<string> Sample(SqliteConnection connection, long rows)
    {
        var stride = (rows + MostTexts - 1) / MostTexts;
        using var command = connection.Command("SELECT title, words FROM documents WHERE row % $stride = 0", ("$stride", stride));
        using var row = command.ExecuteReader();
        var texts = new List<string>();
        while (row.Read()) texts.Add(IndexedDocument.MeaningOf(row.GetString(0), row.GetString(1)));
        return texts;
    }

    private static void WriteVectors(SqliteConnection connection, long rows, LsaModel model, IProgress<long>? progress, CancellationToken ct)
    {
        using var writer = new DocumentWriter(connection);
        using var read = connection.Command("SELECT title, words FROM documents WHERE row BETWEEN $first AND $last ORDER BY row", ("$first", null), ("$last", null));
        for (long first = 1; first <= rows; first += BatchSize)
        {
            read.Parameters[0].Value = first;
            read.Parameters[1].Value = first + BatchSize - 1;
            var texts = new List<string>(BatchSize);
            using (var row = read.ExecuteReader())
                while (row.Read()) texts.Add(IndexedDocument.MeaningOf(row.GetString(0), row.GetString(1)));

            var vectors = new float[texts.Count][];
            Parallel.For(0, texts.Count, new ParallelOptions { CancellationToken = ct }, i => vectors[i] = model.Embed(texts[i]));
            connection.Execute("BEGIN");
            for (var i = 0; i < vectors.Length; i++) writer.AddVector(first + i, vectors[i]);
            connection.Execute("COMMIT");
            progress?.Report((2 * rows) + first + vectors.Length - 1);
        }
    }

    private sealed class Learning(IProgress<long> steps, long rows) : IProgress<double>
    {
        public void Report(double value) => steps.Report(rows + (long)(value * rows));
    }
}
