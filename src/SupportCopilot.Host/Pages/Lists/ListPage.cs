using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;
using SupportCopilot.Questions;
using SupportCopilot.Questions.Answers;
using SupportCopilot.Tickets;

namespace SupportCopilot.Host.Pages.Lists;

/// <summary>The tickets behind an answer, to be read: a page without a script, whose every word from outside is encoded.</summary>
internal static class ListPage
{
    private const string Style = """
        :root { color-scheme: light dark; }
        body { margin: 0 auto; max-width: 1100px; padding: 24px 20px 60px; font: 14px/20px system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
          color: light-dark(#2f3941, #d8dcde); background: light-dark(#fff, #151a1e); }
        h1 { margin: 0 0 4px; font-size: 20px; line-height: 28px; font-weight: 600; }
        p { margin: 0 0 12px; } .subtle { color: light-dark(#5c6970, #b0b8be); }
        nav { display: flex; flex-wrap: wrap; gap: 8px 16px; margin: 0 0 16px; }
        a { color: light-dark(#1f73b7, #8ab6d9); }
        .wide { overflow-x: auto; } table { border-collapse: collapse; width: 100%; }
        th, td { padding: 8px 12px 8px 0; border-bottom: 1px solid light-dark(#e8eaec, #293239); text-align: left; vertical-align: top; }
        th { font-weight: 600; white-space: nowrap; } td.tight { white-space: nowrap; }
        """;

    public static ContentHttpResult Of(HttpContext http, string pass, Answer answer, int count, IReadOnlyList<TicketRow> rows, string? next, bool isFirst, Func<long, string, string, Uri?> links)
    {
        var own = $"/lists/{Uri.EscapeDataString(pass)}";
        var title = FigureWords.Count(count, "tickets");
        var body = $"""
            <h1>{Text(title)}</h1>
            <p>{Text(answer.Text)}</p>
            <p class="subtle">Read as: {Text(answer.Interpretation)}. These are the tickets that you may see now, newest first; times are UTC.</p>
            <nav aria-label="Files"><a href="{own}/figures?format=csv">Figures as CSV</a><a href="{own}/figures?format=xlsx">Figures for Excel</a><a href="{own}/tickets?format=csv">Tickets as CSV</a><a href="{own}/tickets?format=xlsx">Tickets for Excel</a></nav>
            <div class="wide" role="region" aria-label="Tickets" tabindex="0"><table><thead><tr><th scope="col">Ticket</th><th scope="col">Subject</th><th scope="col">Status</th><th scope="col">Priority</th><th scope="col">Category</th><th scope="col">Assignee</th><th scope="col">Created</th></tr></thead>
            <tbody>
            {string.Join('\n', rows.Select(row => Row(row, links)))}
            </tbody></table></div>
            {(rows.Count == 0 ? "<p>No ticket behind this is in your sight now.</p>" : "")}
            <nav aria-label="Pages">{(isFirst ? "" : $"<a href=\"{own}\">To the newest</a>")}{(next is null ? "" : $"<a href=\"{own}?after={Uri.EscapeDataString(next)}\" rel=\"next\">Older tickets</a>")}</nav>
            """;
        return Page(http, title, body, StatusCodes.Status200OK);
    }

    /// <summary>What is shown where there is nothing to show, whatever the reason: who has no pass learns nothing by it.</summary>
    public static ContentHttpResult Gone(HttpContext http) =>
        Page(http, "Nothing to show", "<h1>This link is good no more</h1><p>Such a link is for the one who asked, and for a quarter of an hour. Press the button under the answer again.</p>", StatusCodes.Status404NotFound);

    /// <summary>The headers of everything under a pass: its address is a secret, and goes nowhere with a link that is followed.</summary>
    public static void Guard(HttpContext http, string policy)
    {
        var headers = http.Response.Headers;
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.ContentSecurityPolicy = $"{policy}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }

    private static ContentHttpResult Page(HttpContext http, string title, string body, int status)
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        Guard(http, $"default-src 'none'; style-src 'nonce-{nonce}'");
        return TypedResults.Content($"""
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
            <title>{Text(title)} · SupportCopilot</title><style nonce="{nonce}">{Style}</style></head>
            <body><main>{body}</main></body></html>
            """, "text/html; charset=utf-8", statusCode: status);
    }

    private static string Row(TicketRow row, Func<long, string, string, Uri?> links)
    {
        var id = links(row.Id, row.Source, row.ExternalId) is { } link ? $"<a href=\"{Text(link.AbsoluteUri)}\" rel=\"noreferrer noopener\" target=\"_blank\">{Text(row.ExternalId)}</a>" : Text(row.ExternalId);
        return $"<tr><td class=\"tight\">{id}</td><td dir=\"auto\">{Text(row.Subject)}</td><td>{Text(row.Status)}</td><td>{Text(row.Priority)}</td><td>{Text(row.Category)}</td><td dir=\"auto\">{Text(row.Assignee)}</td><td class=\"tight\">{Text(row.CreatedAt?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture))}</td></tr>";
    }

    private static string Text(string? words) => WebUtility.HtmlEncode(words ?? "");
}
