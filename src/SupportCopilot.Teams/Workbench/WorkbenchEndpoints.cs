using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SupportCopilot.Teams.Cards.Gallery;

namespace SupportCopilot.Teams.Workbench;

/// <summary>
/// What the workbench's chat stands on, for Development alone: a connector in the place of Teams' own, which takes what the
/// bot sends, and the addresses where the page reads it. Who may call them is said by whoever maps them.
/// </summary>
public static class WorkbenchEndpoints
{
    private const string Activities = "/v3/conversations/{conversation}/activities";
    private const int MostBytes = 28 * 1024;   // as Teams: a larger message is refused
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(20);

    /// <summary>Adds what the chat is kept in.</summary>
    public static IServiceCollection AddBotWorkbench(this IServiceCollection services) => services.AddSingleton<WorkbenchConversations>();

    /// <summary>The Bot Connector's addresses, for the bot to send to: post, change and delete a message.</summary>
    public static void MapWorkbenchConnector(this IEndpointRouteBuilder connector)
    {
        connector.MapPost(Activities, Post);
        connector.MapPost(Activities + "/{replyTo}", Post);
        connector.MapPut(Activities + "/{id}", Put);
        connector.MapDelete(Activities + "/{id}", Delete);
    }

    /// <summary>What the page reads: the news of a conversation, and the gallery of cards.</summary>
    public static void MapWorkbenchChat(this IEndpointRouteBuilder page)
    {
        page.MapGet("/conversations/{conversation}", News);
        page.MapGet("/cards", Gallery);
    }

    private static async Task<IResult> Post(string conversation, HttpRequest request, WorkbenchConversations conversations, CancellationToken ct)
    {
        if (await ReadAsync(request, ct) is not { } activity) return TooLarge();
        return TypedResults.Json(new ResourceId(conversations.Add(conversation, activity)), WorkbenchJson.Default.ResourceId, statusCode: StatusCodes.Status201Created);
    }

    private static async Task<IResult> Put(string conversation, string id, HttpRequest request, WorkbenchConversations conversations, CancellationToken ct)
    {
        if (await ReadAsync(request, ct) is not { } activity) return TooLarge();
        return conversations.Replace(conversation, id, activity) ? TypedResults.Json(new ResourceId(id), WorkbenchJson.Default.ResourceId) : TypedResults.NotFound();
    }

    private static Results<Ok, NotFound> Delete(string conversation, string id, WorkbenchConversations conversations) =>
        conversations.Remove(conversation, id) ? TypedResults.Ok() : TypedResults.NotFound();

    private static async Task<IResult> News(
        string conversation, long? after, int? wait, WorkbenchConversations conversations, IHostApplicationLifetime life, CancellationToken ct)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, life.ApplicationStopping);   // a waiting page must not hold up a shutdown
        var patience = TimeSpan.FromSeconds(Math.Clamp(wait ?? 0, 0, LongestWait.TotalSeconds));
        return TypedResults.Json(await conversations.ReadAsync(conversation, after ?? 0, patience, either.Token), WorkbenchJson.Default.WorkbenchNews);
    }

    private static JsonHttpResult<IReadOnlyList<GalleryCard>> Gallery() => TypedResults.Json(CardGallery.All, WorkbenchJson.Default.IReadOnlyListGalleryCard);

    private static async Task<JsonElement?> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        using var body = new MemoryStream();
        var part = new byte[8 * 1024];
        for (int read; (read = await request.Body.ReadAsync(part, ct)) > 0;)
        {
            if (body.Length + read > MostBytes) return null;
            body.Write(part, 0, read);
        }

        return JsonElement.Parse(body.ToArray());
    }

    private static ProblemHttpResult TooLarge() =>
        TypedResults.Problem($"A message has at most {MostBytes / 1024} KB.", statusCode: StatusCodes.Status413PayloadTooLarge);
}

/// <summary>The id of a message that was taken.</summary>
internal sealed record ResourceId(string Id);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ResourceId))]
[JsonSerializable(typeof(WorkbenchNews))]
[JsonSerializable(typeof(IReadOnlyList<GalleryCard>))]
internal sealed partial class WorkbenchJson : JsonSerializerContext;
