using System.Text.Json;
using System.Text.Json.Nodes;

namespace SupportCopilot.Models;

/// <summary>A question to a model. Whatever it needs to be routed, priced, redacted and written down stands in it.</summary>
/// <param name="TenantId">Whose question it is.</param>
/// <param name="Prompt">What the model is told to do.</param>
/// <param name="Data">What it is to do it with, as JSON: customers' words are values in it and can never end it.</param>
public abstract record ModelQuestion(int TenantId, ModelPrompt Prompt, string Data)
{
    /// <summary>The one server to ask; null lets the router choose, and ask another where that one fails.</summary>
    public string? Server { get; init; }

    /// <summary>How hard it is beside others of its task; a hard one goes to a more able model.</summary>
    public ModelDifficulty Difficulty { get; init; } = ModelDifficulty.Usual;

    /// <summary>The ticket that it is about, where it is about one: it always meets the same side of a trial, and the ledger names it.</summary>
    public long? TicketId { get; init; }

    /// <summary>How many tickets it is about, where it is about several.</summary>
    public int Items { get; init; } = 1;

    /// <summary>How long whoever asks can wait for all tries at all servers; null where nobody waits.</summary>
    public TimeSpan? Within { get; init; }

    /// <summary>The most tokens of an answer; null leaves it to the server.</summary>
    public int? MostAnswerTokens { get; init; }

    /// <summary>Names in the data that are known to be people's, such as the ticket's requester: they do not leave.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Whether an answer that was given before will not do: a reply that is to be drafted anew.</summary>
    public bool IsAnew { get; init; }
}

/// <summary>A question whose answer is JSON.</summary>
/// <param name="TenantId">Whose question it is.</param>
/// <param name="Prompt">What the model is told to do.</param>
/// <param name="Data">What it is to do it with, as JSON.</param>
/// <param name="Schema">What the answer looks like.</param>
/// <param name="Read">Makes a value of the answer's JSON, or says what is wrong with it.</param>
public sealed record ModelRequest<T>(int TenantId, ModelPrompt Prompt, string Data, ModelSchema Schema, Func<JsonElement, ModelReading<T>> Read) : ModelQuestion(TenantId, Prompt, Data);

/// <summary>A question whose answer is text that somebody reads while it comes.</summary>
/// <param name="TenantId">Whose question it is.</param>
/// <param name="Prompt">What the model is told to do.</param>
/// <param name="Data">What it is to do it with, as JSON.</param>
/// <param name="Check">Says what of a piece may be shown, or what is wrong with it: then nothing more comes. It is told all that was shown before.</param>
public sealed record ModelTextRequest(int TenantId, ModelPrompt Prompt, string Data, ModelTextCheck Check) : ModelQuestion(TenantId, Prompt, Data)
{
    /// <summary>In what pieces the text is checked and shown.</summary>
    public ModelPieces Pieces { get; init; } = ModelPieces.Sentences;
}

/// <summary>Checks a piece of a text that comes.</summary>
/// <param name="shown">What was shown before it.</param>
/// <param name="piece">The piece, with the white space around it.</param>
/// <returns>What of it may be shown, or what is wrong with it.</returns>
public delegate ModelReading<string> ModelTextCheck(string shown, string piece);

/// <summary>In what pieces a text is checked and shown.</summary>
public enum ModelPieces
{
    /// <summary>Whole sentences: what can be judged of a sentence, such as its citation, is judged before anybody reads it.</summary>
    Sentences,

    /// <summary>Whole words; a link, a picture or markup that is not closed yet is held back until it is. The first words are there with the model's own.</summary>
    Words,
}

/// <summary>How hard a question is beside others of its task.</summary>
public enum ModelDifficulty
{
    /// <summary>As any other.</summary>
    Usual,

    /// <summary>It goes to a model one tier above the task's own.</summary>
    Hard,
}

/// <summary>A JSON schema, in the strict subset that model servers hold themselves to: every property is required, no other is allowed.</summary>
/// <param name="Name">What the server calls it: letters, digits, hyphen and underscore.</param>
/// <param name="Json">The schema.</param>
public sealed record ModelSchema(string Name, JsonElement Json)
{
    /// <summary>A schema of an object in that subset.</summary>
    /// <param name="name">What the server calls it.</param>
    /// <param name="properties">The properties, each with its schema.</param>
    /// <param name="definitions">What <c>#/$defs/NAME</c> stands for; null for nothing.</param>
    public static ModelSchema Strict(string name, JsonObject properties, JsonObject? definitions = null)
    {
        var all = StrictObject(properties);
        if (definitions is not null) all["$defs"] = definitions;
        using var schema = JsonDocument.Parse(all.ToJsonString());
        return new ModelSchema(name, schema.RootElement.Clone());
    }

    /// <summary>The schema of an object, for a part of another: it is closed, and has every property.</summary>
    /// <param name="properties">The properties, each with its schema.</param>
    public static JsonObject StrictObject(JsonObject properties) => new()
    {
        ["type"] = "object",
        ["additionalProperties"] = false,
        ["required"] = new JsonArray([.. properties.Select(property => (JsonNode?)JsonValue.Create(property.Key))]),
        ["properties"] = properties,
    };
}

/// <summary>What an answer was read as.</summary>
public readonly record struct ModelReading<T>
{
    private ModelReading(T? value, string? wrong) => (Value, Wrong) = (value, wrong);

    /// <summary>The value, where it is right.</summary>
    public T? Value { get; }

    /// <summary>What is wrong, in words of ours that the model can act on; null where it is right.</summary>
    public string? Wrong { get; }

    /// <summary>It is right.</summary>
    public static ModelReading<T> Right(T value) => new(value, null);

    /// <summary>It is not.</summary>
    /// <param name="what">What is wrong; never the model's own words, which may be a customer's.</param>
    public static ModelReading<T> NotRight(string what) => new(default, what);
}
