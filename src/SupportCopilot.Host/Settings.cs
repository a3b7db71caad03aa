using SupportCopilot.Host.Commands;

namespace SupportCopilot.Host;

internal static class Settings
{
    /// <summary>Everything the product is set by stands under this section.</summary>
    public const string Section = "SupportCopilot";

    /// <summary>Where the workbench, the sidebar and the bot are reached unless --urls says otherwise.</summary>
    public const string DefaultUrl = "http://localhost:3978";

    public static IConfigurationSection AddSettings(this WebApplicationBuilder builder, CommandLine line)
    {
        if (line.Urls is { } urls) builder.WebHost.UseUrls(urls);
        else if (string.IsNullOrEmpty(builder.Configuration[WebHostDefaults.ServerUrlsKey])) builder.WebHost.UseUrls(DefaultUrl);
        Directory.CreateDirectory(line.DataDirectory);
        return builder.Configuration.GetSection(Section);
    }

    /// <summary>Whether a help desk is connected: with real customers behind it, the Development sign-in is refused.</summary>
    public static bool HasDesk(this IConfiguration section) =>
        !string.IsNullOrWhiteSpace(section["Zendesk:Subdomain"])
        || !string.IsNullOrWhiteSpace(section["Zendesk:BaseUrl"])
        || !string.IsNullOrWhiteSpace(section["Intercom:ClientSecret"]);

    /// <summary>A server logs to where its operator looks; a command speaks through its own output, so only trouble is logged, to the error stream.</summary>
    public static void AddLogging(this WebApplicationBuilder builder, CommandLine line)
    {
        // It writes whole addresses, and a search's address holds customers' words: no setting may turn it on.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
        if (!line.IsServe)
        {
            builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
            builder.Logging.SetMinimumLevel(LogLevel.Warning);
            builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("System", LogLevel.Warning).AddFilter("SupportCopilot", LogLevel.Warning);
        }
        else if (!builder.Environment.IsDevelopment())
        {
            builder.Logging.ClearProviders().AddJsonConsole(json => json.UseUtcTimestamp = true);
        }
    }
}
