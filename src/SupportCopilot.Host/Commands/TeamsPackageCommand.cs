using System.CommandLine;
using SupportCopilot.Teams;
using SupportCopilot.Teams.Packaging;

namespace SupportCopilot.Host.Commands;

/// <summary>Makes the zip that brings the bot into Teams, from the settings.</summary>
internal sealed class TeamsPackageCommand : ProductCommand
{
    private readonly Option<string> _out = new("--out") { Description = "Where to write the zip", DefaultValueFactory = _ => "supportcopilot-teams.zip" };
    private readonly Option<string> _version = new("--app-version") { Description = "The package's version; Teams takes a change only with a higher one", DefaultValueFactory = _ => "1.0.0" };

    public TeamsPackageCommand() : base("teams-package", "Make the zip that brings the bot into Teams, from the settings")
    {
        Add(_out);
        Add(_version);
    }

    public override async Task<int> RunAsync(WebApplication app, CommandLine line, ParseResult parsed, CancellationToken ct)
    {
        // Read past the rules of a starting server: a package needs no secret.
        var settings = app.Configuration.GetSection(Host.Settings.Section);
        var (options, publicUrl) = (settings.GetSection("Teams").Get<TeamsOptions>() ?? new(), settings["PublicUrl"]);
        var (file, version) = (Path.GetFullPath(parsed.GetRequiredValue(_out)), parsed.GetRequiredValue(_version));
        if (TeamsPackage.MissingFor(options, publicUrl, version).ToList() is { Count: > 0 } missing) return Terminal.Fail(string.Join(Environment.NewLine, missing), 2);

        await PackageZip.WriteAsync(file, await TeamsPackage.FilesAsync(options, publicUrl, version, ct), ct);
        var terminal = new Terminal(line.IsJson);
        terminal.Say($"{file} is ready. Upload it in the Teams admin center (Teams apps, Manage apps, Upload), or in Teams by Apps, Manage your apps, Upload an app.");
        terminal.Result(new PackageResult(file, version), PackageJson.Default.PackageResult);
        return 0;
    }
}
