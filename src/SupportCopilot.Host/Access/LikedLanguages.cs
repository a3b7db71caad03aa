using SupportCopilot.Access.Languages;

namespace SupportCopilot.Host.Access;

/// <summary>Which language whoever asks would like to read: the sidebar names the agent's own, a browser its user's.</summary>
internal static class LikedLanguages
{
    /// <summary>The languages of <c>Accept-Language</c>, the best first.</summary>
    public static IEnumerable<string> Of(HttpContext http) =>
        (http.Request.GetTypedHeaders().AcceptLanguage ?? []).OrderByDescending(language => language.Quality ?? 1).Select(language => language.Value.ToString());

    /// <summary>Has what the product says itself said in that language.</summary>
    public static void UseLikedLanguage(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        if (http.Request.Headers.AcceptLanguage.Count > 0) http.RequestServices.GetRequiredService<CurrentLanguage>().Set(Of(http));
        return next(http);
    });
}
