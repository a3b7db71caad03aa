using System.ComponentModel.DataAnnotations;

namespace SupportCopilot.Models.Routing;

/// <summary>Which models do what, and what they may cost (section <c>SupportCopilot:ModelGate</c>). A tenant can set lower limits for itself.</summary>
public sealed class ModelGateOptions
{
    /// <summary>How many questions a minute a person may ask whose roles are not set otherwise.</summary>
    public const int UsualCallsPerMinute = 60;

    /// <summary>The least able tier for a task, by the task's name, such as <c>reply</c>; what is left out keeps its own.</summary>
    public Dictionary<string, ModelTier> Tiers { get; set; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>How many seconds an agent waits for a task before what is shown meanwhile stands, by the task's name; what is left out keeps its own: <c>reply</c> 15, <c>rewrite</c> 8, <c>summary</c> 8.</summary>
    public Dictionary<string, double> WaitSeconds { get; set; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>New models on trial.</summary>
    public List<ModelTrial> Trials { get; set; } = [];

    /// <summary>The most that a tenant may spend on a day (UTC), in US dollars.</summary>
    [Range(0, 1_000_000)]
    public decimal? TenantUsdPerDay { get; set; }

    /// <summary>The most that a tenant may spend in a month.</summary>
    [Range(0, 1_000_000)]
    public decimal? TenantUsdPerMonth { get; set; }

    /// <summary>The most that one person may spend on a day.</summary>
    [Range(0, 1_000_000)]
    public decimal? PersonUsdPerDay { get; set; }

    /// <summary>The most that one request may cost, with all its tries.</summary>
    [Range(0, 1_000_000)]
    public decimal? RequestUsd { get; set; }

    /// <summary>At which share of a budget it is told that it is nearly spent.</summary>
    [Range(0.01, 1)]
    public double AlertAtShare { get; set; } = 0.8;

    /// <summary>How many questions a minute a person of a role may ask, by the role's word, such as <c>agent</c>.</summary>
    public Dictionary<string, int> CallsPerMinute { get; set; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>How long an answer may be given again to the same question, in minutes; 0 for not at all.</summary>
    [Range(0, 10_080)]
    public double CacheMinutes { get; set; } = 60;

    /// <summary>How many days each call is kept by itself; of older days their sums are kept.</summary>
    [Range(35, 3_660)]   // a month's budget, and what the models are shown to have done in it, is read from the calls
    public int KeepCallsDays { get; set; } = 90;

    /// <summary>How many answers are kept for that at most.</summary>
    [Range(1, 1_000_000)]
    public int MostCached { get; set; } = 5_000;
}

/// <summary>A model that is tried on a share of a task's questions, beside the one that does it. A ticket always meets the same of the two.</summary>
public sealed class ModelTrial
{
    /// <summary>Whether it runs.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>The task.</summary>
    public string Task { get; set; } = "";

    /// <summary>The server that is tried.</summary>
    public string Server { get; set; } = "";

    /// <summary>The share of questions that it gets, from 0 to 1.</summary>
    public double Share { get; set; }
}
