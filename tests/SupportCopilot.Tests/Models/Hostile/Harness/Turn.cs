namespace SupportCopilot.Tests.Models.Hostile.Harness;

/// <summary>How a model server behaves for a while.</summary>
public enum Turn
{
    /// <summary>As it should.</summary>
    Well,

    /// <summary>It takes far longer than anybody waits, or speaks a word every few seconds.</summary>
    Slow,

    /// <summary>It answers what cannot be used, or what no source holds.</summary>
    Wrong,

    /// <summary>It breaks off, resets connections, is overloaded or answers with errors.</summary>
    Down,

    /// <summary>It writes links, markup, addresses and orders of a stranger's into whatever it is asked for.</summary>
    Hostile,
}
