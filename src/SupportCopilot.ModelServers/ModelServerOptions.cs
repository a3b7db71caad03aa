using SupportCopilot.Models;

namespace SupportCopilot.ModelServers;

/// <summary>One model server (section <c>SupportCopilot:Models:0</c> and so on).</summary>
public sealed class ModelServerOptions
{
    /// <summary>What people call it; the model's name where it is not set.</summary>
    public string Name { get; set; } = "";

    /// <summary>Where it is, up to and including its version: <c>https://api.openai.com/v1</c>, <c>https://NAME.openai.azure.com/openai/v1</c>, <c>http://localhost:11434/v1</c>.</summary>
    public string Endpoint { get; set; } = "";

    /// <summary>The model, or deployment, to ask for.</summary>
    public string Model { get; set; } = "";

    /// <summary>Its key.</summary>
    public string? Key { get; set; }

    /// <summary>Whether to sign in with a token of Microsoft Entra instead; on Azure's hosts alone.</summary>
    public bool Entra { get; set; }

    /// <summary>small, medium or large.</summary>
    public ModelTier Tier { get; set; } = ModelTier.Medium;

    /// <summary>US dollars for a million tokens asked.</summary>
    public decimal InputPer1M { get; set; }

    /// <summary>US dollars for a million tokens answered.</summary>
    public decimal OutputPer1M { get; set; }

    /// <summary>How long one try may take, in seconds.</summary>
    public double TrySeconds { get; set; } = 30;

    /// <summary>How long a question may take with all its tries, in seconds.</summary>
    public double TotalSeconds { get; set; } = 90;

    /// <summary>How long to wait before the second try, in seconds; it doubles with each. A Retry-After of the server goes before it.</summary>
    public double RetrySeconds { get; set; } = 1;

    /// <summary>How many requests a minute it takes; unset, it says so itself.</summary>
    public int? RequestsPerMinute { get; set; }

    /// <summary>How many tokens a minute it takes, asked and answered together; unset, it says so itself.</summary>
    public int? TokensPerMinute { get; set; }

    /// <summary>How long it is left alone once its quota is spent, in minutes. A Retry-After of the server goes before it.</summary>
    public double HaltMinutes { get; set; } = 60;

    internal string DisplayName => string.IsNullOrWhiteSpace(Name) ? Model : Name;
}

/// <summary>All of them.</summary>
internal sealed class ModelServersOptions
{
    public List<ModelServerOptions> Servers { get; set; } = [];

    /// <summary>The server that makes vectors of texts (section <c>SupportCopilot:Embeddings</c>); null where none is set.</summary>
    public ModelServerOptions? Embeddings { get; set; }

    /// <summary>How many numbers a vector has; unset, as many as the model gives.</summary>
    public int? Dimensions { get; set; }
}
