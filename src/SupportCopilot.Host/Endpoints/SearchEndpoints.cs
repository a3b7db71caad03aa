using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using SupportCopilot.Access;
using SupportCopilot.Host.Access;
using SupportCopilot.Knowledge;
using SupportCopilot.Knowledge.Indexing;
using SupportCopilot.Knowledge.Passages;

namespace SupportCopilot.Host.Endpoints;

internal static class SearchEndpoints
{
    public static void MapSearch(this IEndpointRouteBuilder app) =>
        app.MapGroup("/api/search").RequireRole(Role.Agent).WithTags("Search").MapGet("/", Search);

    /// <summary>Tickets and published articles that are near to a text, or passages of articles that answer it, best first. A search is a ranking: there is no next page.</summary>
    internal static async Task<Results<Ok<Page<SearchItem>>, ProblemHttpResult>> Search(
        SearchEverything search, SearchPassages passages, CancellationToken ct, string? q = null, string? kind = null, [Range(1, 200)] int limit = 20)
    {
        if (string.IsNullOrWhiteSpace(q)) return Wrong("Say what to look for: q=…");
        if (kind is not (null or "ticket" or "article" or "passage")) return Wrong($"\"{kind}\" is no kind; there are ticket, article and passage.");
        if (kind is "passage") return TypedResults.Ok(new Page<SearchItem>([.. (await passages.RunAsync(q, limit, ct)).Select(SearchItem.Of)], null));
        var found = await search.RunAsync(q, kind switch { "ticket" => SearchKind.Ticket, "article" => SearchKind.Article, _ => null }, limit, ct);
        return TypedResults.Ok(new Page<SearchItem>([.. found.Select(SearchItem.Of)], null));
    }

    private static ProblemHttpResult Wrong(string what) => TypedResults.Problem(what, statusCode: StatusCodes.Status400BadRequest);
}

/// <summary>Something that was found.</summary>
/// <param name="Kind">ticket, article or passage.</param>
/// <param name="Id">Its own number; for a passage its article's.</param>
/// <param name="Title">Subject or title.</param>
/// <param name="Score">Larger is nearer; comparable within one answer only.</param>
/// <param name="Likeness">How alike the meanings are, −1 to 1; 0 while the desk has too few tickets to learn meanings from.</param>
/// <param name="Excerpt">What the article says about it, for a passage its words; not given for tickets.</param>
public sealed record SearchItem(
    string Kind, long Id, string Title, double Score, double Likeness, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Excerpt)
{
    /// <summary>The heading a passage stands under.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Heading { get; init; }

    /// <summary>Who may read a passage's article: public, restricted or internal.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Segment { get; init; }

    internal static SearchItem Of(FoundPassage found) =>
        new("passage", found.ArticleId, found.Title, Math.Round(found.Score, 5), 0, found.Text) { Heading = found.Heading, Segment = found.Segment };

    internal static SearchItem Of(FoundDocument found) => new(
        found.Hit.Key.Kind is SearchKind.Ticket ? "ticket" : "article", found.Hit.Key.Id, found.Title,
        Math.Round(found.Hit.Score, 5), Math.Round(found.Hit.Likeness, 4), found.Excerpt);
}

[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Page<SearchItem>))]
internal sealed partial class SearchJson : JsonSerializerContext;
