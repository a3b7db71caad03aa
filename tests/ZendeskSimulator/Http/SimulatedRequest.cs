using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace ZendeskSimulator.Http;

/// <summary>A request as it reaches the account, by whatever way.</summary>
/// <param name="Method">In capitals.</param>
/// <param name="Uri">The whole address.</param>
/// <param name="Header">The value of a header, by its name; null where it is not there.</param>
/// <param name="Body">The raw body.</param>
internal sealed record SimulatedRequest(string Method, Uri Uri, Func<string, string?> Header, ReadOnlyMemory<byte> Body)
{
    private Dictionary<string, StringValues>? _query;

    private Dictionary<string, StringValues> Parameters => _query ??= QueryHelpers.ParseQuery(Uri.Query);

    /// <summary>The path without the <c>.json</c> that Zendesk takes with each.</summary>
    public string Path { get; } = Uri.AbsolutePath.EndsWith(".json", StringComparison.Ordinal) ? Uri.AbsolutePath[..^5] : Uri.AbsolutePath;

    /// <summary>Scheme, host and port, for the addresses in answers.</summary>
    public string Root { get; } = Uri.GetLeftPart(UriPartial.Authority);

    public string? Query(string name) => Parameters.TryGetValue(name, out var value) ? value.ToString() : null;

    public IEnumerable<string> QueryNames() => Parameters.Keys;

    public long? QueryNumber(string name) => long.TryParse(Query(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Whether <c>include</c> names it.</summary>
    public bool Includes(string sideload) => Query("include")?.Split(',', StringSplitOptions.TrimEntries).Contains(sideload) is true;
}
