using Microsoft.AspNetCore.ResponseCompression;

namespace SupportCopilot.Host.Pages;

/// <summary>
/// The pages' scripts and styles go out compressed, which makes them a third as long. They are alike for everybody and hold no
/// secret, so that over HTTPS their length tells nothing; answers of the API stay as they are.
/// </summary>
internal static class PageCompression
{
    private const string Assets = "/pages/assets";

    public static IServiceCollection AddPageCompression(this IServiceCollection services) => services.AddResponseCompression(options =>
    {
        options.EnableForHttps = true;
        options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml"];
    });

    public static void UsePageCompression(this WebApplication app) =>
        app.UseWhen(http => http.Request.Path.StartsWithSegments(Assets, StringComparison.Ordinal), branch => branch.UseResponseCompression());
}
