using System.Globalization;

namespace SupportCopilot.Reports;

/// <summary>What the ledger calls a digest: <c>digest/3/2026-W11</c>, with what a person added to it as <c>/run-2</c> or <c>/again-1</c>.</summary>
/// <param name="DigestId">Which digest.</param>
/// <param name="Week">The ISO name of the week it tells about.</param>
/// <param name="Suffix">What a person added; empty for the one that comes by itself.</param>
public sealed record DigestIntent(long DigestId, string Week, string Suffix = "")
{
    /// <summary>What all of them begin with.</summary>
    public const string Prefix = "digest/";

    /// <summary>What those of one digest begin with.</summary>
    public static string PrefixOf(long digestId) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{digestId}/");

    /// <summary>The one that a person asked for beside the one that comes by itself.</summary>
    public DigestIntent Run(int number) => this with { Suffix = string.Create(CultureInfo.InvariantCulture, $"/run-{number}") };

    /// <summary>What an intent says; null where it is about something else.</summary>
    public static DigestIntent? Parse(string intent) =>
        intent.Split('/', 4) is ["digest", var id, var week, ..] parts && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var digestId)
            ? new(digestId, week, parts.Length == 4 ? "/" + parts[3] : "")
            : null;

    /// <inheritdoc/>
    public override string ToString() => $"{PrefixOf(DigestId)}{Week}{Suffix}";
}
