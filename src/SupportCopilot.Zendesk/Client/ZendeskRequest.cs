using System.Net.Http.Headers;

namespace SupportCopilot.Zendesk.Client;

/// <summary>One request, before it is signed.</summary>
/// <param name="Method">GET or a write.</param>
/// <param name="Path">Path and query, from <c>/api/…</c> on.</param>
/// <param name="Endpoint">How it is named where people read: no ids, no query.</param>
/// <param name="Lane">Who waits.</param>
internal sealed record ZendeskRequest(HttpMethod Method, string Path, string Endpoint, Lane Lane)
{
    private const long Usual = 64L * 1024 * 1024;

    /// <summary>JSON to send.</summary>
    public byte[]? Body { get; init; }

    /// <summary>The limit that it counts against besides the account's.</summary>
    public SpecialLimit Limit { get; init; }

    /// <summary>The ticket that it changes.</summary>
    public long? TicketId { get; init; }

    /// <summary>How large the answer may be, unpacked: beyond it something else is at that address.</summary>
    public long MostBytes { get; init; } = Usual;

    /// <summary>Whether it changes nothing, and so may be tried again.</summary>
    public bool IsRead => Method == HttpMethod.Get;

    /// <summary>How it is said in messages.</summary>
    public string Name => $"{Method} {Endpoint}";

    /// <summary>Makes the message, anew for each try.</summary>
    public HttpRequestMessage ToMessage(Uri baseUrl, AuthenticationHeaderValue authorization)
    {
        var message = new HttpRequestMessage(Method, new Uri(baseUrl, Path));
        message.Headers.Authorization = authorization;
        message.Headers.Accept.Add(new("application/json"));
        message.Headers.AcceptEncoding.Add(new("gzip"));
        message.Headers.AcceptEncoding.Add(new("br"));
        if (Body is not null) message.Content = new ByteArrayContent(Body) { Headers = { ContentType = new("application/json") { CharSet = "utf-8" } } };
        return message;
    }
}

/// <summary>Limits of single endpoints.</summary>
internal enum SpecialLimit
{
    /// <summary>The account's alone.</summary>
    None,

    /// <summary>Incremental exports.</summary>
    Exports,

    /// <summary>Updates of single tickets.</summary>
    Updates,
}
