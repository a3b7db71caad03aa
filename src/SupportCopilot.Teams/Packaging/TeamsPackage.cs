using System.Reflection;
using System.Text;
using System.Text.Json;

namespace SupportCopilot.Teams.Packaging;

/// <summary>
/// The package that brings the bot into Teams: a zip of the manifest (schema 1.24), filled in from the settings, and two
/// icons. The template and the icons stand in the folder <c>teams-manifest</c> and are part of the program.
/// </summary>
public static class TeamsPackage
{
    private const string Manifest = "manifest.json";
    private static readonly string[] Icons = ["color.png", "outline.png"];

    /// <summary>What is missing for a package.</summary>
    /// <param name="options">The bot's settings.</param>
    /// <param name="publicUrl">Where the product is reached from outside (<c>SupportCopilot:PublicUrl</c>).</param>
    /// <param name="version">The package's version: three numbers; Teams takes a change only with a higher one.</param>
    /// <returns>One sentence for each; none when the package can be made.</returns>
    public static IEnumerable<string> MissingFor(TeamsOptions options, string? publicUrl, string version)
    {
        if (!Guid.TryParse(options.AppId, out _)) yield return "SupportCopilot:Teams:AppId is not set, or no GUID: it is the application id of the bot's registration in Azure.";
        if (!Guid.TryParse(options.TenantId, out _)) yield return "SupportCopilot:Teams:TenantId is not set, or no GUID: it is the Entra tenant whose people the bot answers.";
        if (!IsPublic(publicUrl)) yield return "SupportCopilot:PublicUrl is not set, or no https address that Teams could reach from outside.";
        if (version.Split('.') is not { Length: 3 } parts || !parts.All(part => uint.TryParse(part, out _))) yield return $"\"{version}\" is no version: write three numbers, such as 1.0.0.";
    }

    /// <summary>The files of the package, by their names in it.</summary>
    /// <exception cref="InvalidOperationException">Something is missing; ask <see cref="MissingFor"/> before.</exception>
    public static async Task<IReadOnlyList<(string Name, byte[] Content)>> FilesAsync(TeamsOptions options, string? publicUrl, string version, CancellationToken ct)
    {
        if (MissingFor(options, publicUrl, version).FirstOrDefault() is { } missing) throw new InvalidOperationException(missing);
        var files = new List<(string, byte[])> { (Manifest, await FilledInAsync(options, new Uri(publicUrl!), version, ct)) };
        foreach (var icon in Icons) files.Add((icon, await ReadAsync(icon, ct)));
        return files;
    }

    private static bool IsPublic(string? publicUrl) =>
        Uri.TryCreate(publicUrl, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && !uri.IsLoopback && uri.Query.Length == 0;

    private static async Task<byte[]> FilledInAsync(TeamsOptions options, Uri publicUrl, string version, CancellationToken ct)
    {
        var template = Encoding.UTF8.GetString(await ReadAsync(Manifest, ct));
        var filled = template
            .Replace("{{APP_ID}}", Guid.Parse(options.AppId!).ToString("D"), StringComparison.Ordinal)
            .Replace("{{PUBLIC_URL}}", JsonEncodedText.Encode(publicUrl.AbsoluteUri.TrimEnd('/')).ToString(), StringComparison.Ordinal)
            .Replace("{{PUBLIC_HOST}}", JsonEncodedText.Encode(publicUrl.IdnHost).ToString(), StringComparison.Ordinal)
            .Replace("{{VERSION}}", version, StringComparison.Ordinal);
        return Encoding.UTF8.GetBytes(filled);
    }

    private static async Task<byte[]> ReadAsync(string file, CancellationToken ct)
    {
        await using var part = Assembly.GetExecutingAssembly().GetManifestResourceStream($"teams-manifest/{file}")
            ?? throw new InvalidOperationException($"The program was built without teams-manifest/{file}.");
        var content = new byte[part.Length];
        await part.ReadExactlyAsync(content, ct);
        return content;
    }
}
