using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace SupportCopilot.Host.Pages;

/// <summary>Pages that Sidebar.targets built and laid beside the program (the working directory is the caller's).</summary>
internal static class BuiltPage
{
    private const string HeadMark = "<!-- page-head -->";

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "pages");
    private static readonly FileExtensionContentTypeProvider ContentTypes = new();

    /// <summary>A page with its session in it. Never stored: the session is the asker's own.</summary>
    /// <param name="http">The request.</param>
    /// <param name="file">The page's file.</param>
    /// <param name="session">What the page is told of who asks.</param>
    /// <param name="framedBy">The origins that may show the page in a frame, as CSP writes them.</param>
    /// <param name="ct">Cancels the reading.</param>
    public static async Task<Results<ContentHttpResult, ProblemHttpResult>> ShowAsync(
        HttpContext http, string file, PageSession session, string framedBy, CancellationToken ct)
    {
        var path = Path.Combine(Folder, file);
        if (!File.Exists(path))
        {
            return TypedResults.Problem(
                "This page was left out of the build (-p:SkipSidebar=true). Build again without that; it needs Node 20.19 or later.",
                statusCode: StatusCodes.Status503ServiceUnavailable);
        }

        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        var head = $"""
            <meta property="csp-nonce" nonce="{nonce}">
                <script id="session" type="application/json">{JsonSerializer.Serialize(session, PageJson.Default.PageSession)}</script>
            """;
        var headers = http.Response.Headers;
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        // The nonce lets Garden's components add their style element; scripts come from this server's files alone.
        headers.ContentSecurityPolicy =
            $"default-src 'self'; style-src 'self' 'nonce-{nonce}'; img-src 'self' data:; base-uri 'none'; object-src 'none'; form-action 'none'; frame-ancestors {framedBy}";
        var html = await File.ReadAllTextAsync(path, ct);
        return TypedResults.Content(html.Replace(HeadMark, head, StringComparison.Ordinal), "text/html; charset=utf-8");
    }

    /// <summary>A script or style of a page. Its name carries a hash of its content, so browsers may keep it for good.</summary>
    public static Results<PhysicalFileHttpResult, NotFound> Asset(string name, HttpContext http)
    {
        var folder = Path.Combine(Folder, "assets");
        if (!Directory.Exists(folder)) return TypedResults.NotFound();

        using var files = new PhysicalFileProvider(folder);   // refuses names that lead out of the folder
        if (files.GetFileInfo(name) is not { Exists: true, PhysicalPath: { } path }) return TypedResults.NotFound();

        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        return TypedResults.PhysicalFile(path, ContentTypes.TryGetContentType(name, out var type) ? type : "application/octet-stream");
    }
}
