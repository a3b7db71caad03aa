using SupportCopilot.Knowledge.Articles;

namespace SupportCopilot.Knowledge.Proposals;

/// <summary>
/// Writes ten articles that nearly every desk needs, as proposals with blanks: what a desk promises, only the desk knows, so
/// none of them enters a reply before an expert has filled it in and published it. Written again, none comes twice.
/// </summary>
public sealed class WriteStartSet(WriteArticles write)
{
    /// <summary>Writes those that are not there yet.</summary>
    public Task<WrittenArticles> RunAsync(CancellationToken ct) => write.NewOnesAsync([.. Read()], ct);

    private static IEnumerable<IncomingArticle> Read()
    {
        using var stream = typeof(WriteStartSet).Assembly.GetManifestResourceStream("Knowledge.start-set") ?? throw new InvalidOperationException("start-set.md is not embedded.");
        using var reader = new StreamReader(stream);
        foreach (var page in reader.ReadToEnd().ReplaceLineEndings("\n").Split("\n---\n", StringSplitOptions.TrimEntries))
        {
            var text = ArticleText.Read(page, ArticleFormat.Markdown);
            yield return new IncomingArticle(Proposal.StartSet, ExternalIds.Of(text.Title!), text.Title!, text.Body) { Segment = ArticleSegment.Internal, Language = "en", IsPublished = false };
        }
    }
}
