using System.Text.Json;

namespace SupportCopilot.Models;

/// <summary>One question to a model. Whatever it needs to be routed, priced, redacted and written down stands in it.</summary>
/// <param name="TenantId">Whose question it is.</param>
/// <param name="Prompt">What the model is told to do.</param>
/// <param name="Data">What it is to do it with, as JSON: customers' words are values in it and can never end it.</param>
/// <param name="Schema">What the answer looks like.</param>
/// <param name="Read">Makes a value of the answer's JSON, or says what is wrong with it.</param>
public sealed record ModelRequest<T>(int TenantId, ModelPrompt Prompt, string Data, ModelSchema Schema, Func<JsonElement, ModelReading<T>> Read)
{
    /// <summary>The server to ask; null asks the one that is set first.</summary>
    public string? Server { get; init; }
}

/// <summary>A JSON schema, in the strict subset that model servers hold themselves to: every property is required, no other is allowed.</summary>
/// <param name="Name">What the server calls it: letters, digits, hyphen and underscore.</param>
/// <param name="Json">The schema.</param>
public sealed record ModelSchema(string Name, JsonElement Json);

/// <summary>What an answer's JSON was read as.</summary>
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
