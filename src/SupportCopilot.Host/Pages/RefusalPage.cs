using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;
using SupportCopilot.Host.Access;

namespace SupportCopilot.Host.Pages;

/// <summary>A page of words alone, without a script or a session: it is there also where the sidebar was left out of the build.</summary>
internal static class RefusalPage
{
    public static ContentHttpResult Show(HttpContext http, RefusalWords words, string framedBy)
    {
        var language = LanguageOf(http, words);
        var (title, text) = words.ByLanguage[language];
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        var headers = http.Response.Headers;
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.ContentSecurityPolicy = $"default-src 'none'; style-src 'nonce-{nonce}'; base-uri 'none'; form-action 'none'; frame-ancestors {framedBy}";
        return TypedResults.Content($$"""
            <!doctype html>
            <html lang="{{language}}" dir="{{(language == "ar" ? "rtl" : "ltr")}}">
              <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>SupportCopilot</title>
                <style nonce="{{nonce}}">
                  :root { color-scheme: {{Scheme(http)}}; }
                  body { margin: 0; padding: 32px 20px; text-align: center; font: 14px/20px system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
                    color: light-dark(#2f3941, #d8dcde); background: light-dark(#fff, #151a1e); }
                  h1 { margin: 0 0 8px; font-size: 15px; line-height: 20px; font-weight: 600; }
                  p { margin: 0 auto; max-width: 42ch; color: light-dark(#5c6970, #b0b8be); }
                </style>
              </head>
              <body role="alert"><h1>{{WebUtility.HtmlEncode(title)}}</h1><p>{{WebUtility.HtmlEncode(text)}}</p></body>
            </html>
            """, "text/html; charset=utf-8", statusCode: words.Status);
    }

    /// <summary>The one that the browser likes best among those we speak; English where it names none of them.</summary>
    private static string LanguageOf(HttpContext http, RefusalWords words) =>
        LikedLanguages.Of(http).Select(language => language.Split('-')[0].ToLowerInvariant()).FirstOrDefault(words.ByLanguage.ContainsKey) ?? RefusalWords.English;

    // Zendesk says in the address which scheme the page around the frame has.
    private static string Scheme(HttpContext http) => http.Request.Query["colorScheme"].ToString() switch { "dark" => "dark", "light" => "light", _ => "light dark" };
}
