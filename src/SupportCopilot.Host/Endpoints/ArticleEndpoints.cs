using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using SupportCopilot.Access;
using SupportCopilot.Host.Access;
using SupportCopilot.Knowledge;
using SupportCopilot.Knowledge.Articles;
using SupportCopilot.Knowledge.Proposals;
using SupportCopilot.Knowledge.Usage;

namespace SupportCopilot.Host.Endpoints;

internal static class ArticleEndpoints
{
    private const string Source = "api";

    public static void MapArticles(this IEndpointRouteBuilder app)
    {
        var articles = app.MapGroup("/api/articles").WithTags("Knowledge");
        articles.MapGet("/", List).RequireRole(Role.Agent | Role.Sme);
        articles.MapGet("/{id:long}", Show).RequireRole(Role.Agent | Role.Sme);
        articles.MapPost("/", Write).RequireRole(Role.Sme);
        articles.MapGet("/gaps", ShowWhatIsMissing).RequireRole(Role.Agent | Role.Sme);
        articles.MapGet("/proposals", ShowWhatIsProposed).RequireRole(Role.Sme);
        articles.MapPost("/start-set", WriteStart).RequireRole(Role.Sme);
        articles.MapPost("/{id:long}/decision", Decide).RequireRole(Role.Sme);
    }

    /// <summary>Articles in the order they came.</summary>
    internal static async Task<Results<Ok<Page<ArticleRow>>, ProblemHttpResult>> List(
        ShowArticles show, CancellationToken ct, [Range(1, 200)] int limit = 50, string? after = null)
    {
        try
        {
            var (rows, next) = await show.ListAsync(limit, after, ct);
            return TypedResults.Ok(new Page<ArticleRow>(rows, next));
        }
        catch (FormatException wrong)
        {
            return TypedResults.Problem(wrong.Message, statusCode: StatusCodes.Status400BadRequest);
        }
    }

    /// <summary>What the articles have no answer to, the largest gaps first.</summary>
    internal static async Task<Ok<Gaps>> ShowWhatIsMissing(ShowGaps show, CancellationToken ct) => TypedResults.Ok(await show.RunAsync(ct));

    /// <summary>Articles that wait for an expert: agents' corrections and the start set.</summary>
    internal static async Task<Ok<Page<ProposedArticle>>> ShowWhatIsProposed(ShowProposals show, CancellationToken ct) => TypedResults.Ok(new Page<ProposedArticle>(await show.RunAsync(ct), null));

    /// <summary>Proposes ten articles that nearly every desk needs, with blanks to fill in.</summary>
    internal static async Task<Ok<WrittenArticles>> WriteStart(WriteStartSet write, CancellationToken ct) => TypedResults.Ok(await write.RunAsync(ct));

    /// <summary>Publishes a proposal under a title of the expert's own, or rejects it.</summary>
    internal static async Task<Results<NoContent, NotFound, ProblemHttpResult>> Decide(long id, ProposalRequest request, DecideProposal decide, CancellationToken ct)
    {
        if (request.Decision is not ("publish" or "reject")) return TypedResults.Problem("decision is \"publish\" or \"reject\".", statusCode: StatusCodes.Status400BadRequest);
        try
        {
            var refused = await decide.RunAsync(new(id, request.Decision == "publish", request.Title, request.Body, request.Segment, request.Language), ct);
            return refused is null ? TypedResults.NoContent() : TypedResults.Problem(refused, statusCode: StatusCodes.Status400BadRequest);
        }
        catch (KeyNotFoundException)
        {
            return TypedResults.NotFound();
        }
    }

    /// <summary>One article whole.</summary>
    internal static async Task<Results<Ok<ArticleDetail>, NotFound>> Show(long id, ShowArticles show, CancellationToken ct) =>
        await show.OneAsync(id, ct) is { } article ? TypedResults.Ok(article) : TypedResults.NotFound();

    /// <summary>Writes an article; with an externalId that was given before, the article of that id anew.</summary>
    internal static async Task<Results<Created<ArticleDetail>, ProblemHttpResult>> Write(
        WriteArticleRequest request, WriteArticles write, ShowArticles show, CancellationToken ct)
    {
        var text = ArticleText.Read(request.Body, request.Format);
        if (text.Body.Length == 0)
            return TypedResults.Problem("body holds no words once its markup is taken away.", statusCode: StatusCodes.Status400BadRequest);

        var article = new IncomingArticle(Source, request.ExternalId ?? Guid.NewGuid().ToString("N"), request.Title.Trim(), text.Body)
        {
            Segment = request.Segment ?? ArticleSegment.Public,
            Language = request.Language,
            Url = request.Url,
            IsPublished = request.IsPublished ?? true,
        };
        var id = (await write.RunAsync([article], ct)).Ids[0];
        return TypedResults.Created($"/api/articles/{id}", await show.OneAsync(id, ct));
    }
}

/// <summary>What an expert says of a proposed article.</summary>
/// <param name="Decision">publish or reject.</param>
public sealed record ProposalRequest(string? Decision)
{
    /// <summary>Its title, in the expert's own words.</summary>
    [StringLength(500)]
    public string? Title { get; init; }

    /// <summary>Its words, where they are to be others; plain text with headings as lines that begin with #.</summary>
    [StringLength(200_000)]
    public string? Body { get; init; }

    /// <summary>Who may read it: public (the default), restricted or internal.</summary>
    [RegularExpression("public|restricted|internal", ErrorMessage = "segment is public, restricted or internal.")]
    public string? Segment { get; init; }

    /// <summary>Two letters (ISO 639-1), where known.</summary>
    [RegularExpression("[a-z]{2}", ErrorMessage = "language is two letters, such as en.")]
    public string? Language { get; init; }
}

/// <summary>An article to be written.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Body">Its words, in <paramref name="Format"/>.</param>
/// <param name="Format">auto (the default), markdown, html or text.</param>
public sealed record WriteArticleRequest(
    [property: Required, StringLength(500, MinimumLength = 1)] string Title,
    [property: Required, StringLength(200_000, MinimumLength = 1)] string Body,
    [property: JsonConverter(typeof(JsonStringEnumConverter<ArticleFormat>))] ArticleFormat Format = ArticleFormat.Auto)
{
    /// <summary>An id of the caller's own, so that the same article can be written again.</summary>
    [StringLength(100, MinimumLength = 1)]
    public string? ExternalId { get; init; }

    /// <summary>Who may read it: public (the default), restricted or internal.</summary>
    [RegularExpression("public|restricted|internal", ErrorMessage = "segment is public, restricted or internal.")]
    public string? Segment { get; init; }

    /// <summary>Two letters (ISO 639-1), where known.</summary>
    [RegularExpression("[a-z]{2}", ErrorMessage = "language is two letters, such as en.")]
    public string? Language { get; init; }

    /// <summary>Where a reader finds it; http or https.</summary>
    [StringLength(2000), RegularExpression("https?://.+", ErrorMessage = "url begins with http:// or https://.")]
    public string? Url { get; init; }

    /// <summary>Whether replies may use it; true unless said otherwise.</summary>
    public bool? IsPublished { get; init; }
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Page<ArticleRow>))]
[JsonSerializable(typeof(ArticleDetail))]
[JsonSerializable(typeof(WriteArticleRequest))]
[JsonSerializable(typeof(Gaps))]
[JsonSerializable(typeof(Page<ProposedArticle>))]
[JsonSerializable(typeof(WrittenArticles))]
[JsonSerializable(typeof(ProposalRequest))]
internal sealed partial class ArticleJson : JsonSerializerContext;
