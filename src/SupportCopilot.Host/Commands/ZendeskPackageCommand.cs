using System.CommandLine;
using SupportCopilot.Zendesk.Packaging;

namespace SupportCopilot.Host.Commands;

/// <summary>Makes the zip that brings the sidebar into Zendesk, from the settings, and writes it only if Zendesk would take it.</summary>
internal sealed class ZendeskPackageCommand : ProductCommand
{
    private readonly Option<string> _out = new("--out") { Description = "Where to write the zip", DefaultValueFactory = _ => "supportcopilot-zendesk.zip" };
    private readonly Option<string> _version = new("--app-version") { Description = "The package's version", DefaultValueFactory = _ => "1.0.0" };
    private readonly Option<string> _name = new("--name") { Description = "What the app is called in Zendesk", DefaultValueFactory = _ => "SupportCopilot" };

    public ZendeskPackageCommand() : base("zendesk-package", "Make the zip that brings the sidebar into Zendesk, with its webhook and triggers, from the settings")
    {
        Add(_out);
        Add(_version);
        Add(_name);
    }

    public override async Task<int> RunAsync(WebApplication app, CommandLine line, ParseResult parsed, CancellationToken ct)
    {
        var publicUrl = app.Configuration.GetSection(Host.Settings.Section)["PublicUrl"];
        var (file, version) = (Path.GetFullPath(parsed.GetRequiredValue(_out)), parsed.GetRequiredValue(_version));
        if (ZendeskPackage.MissingFor(publicUrl, version).ToList() is { Count: > 0 } missing) return Terminal.Fail(string.Join(Environment.NewLine, missing), 2);

        var files = await ZendeskPackage.FilesAsync(new Uri(publicUrl!), TenantOfFiles(app.Services, line), parsed.GetRequiredValue(_name), version, ct);
        if (ZendeskPackage.BreachesIn(files) is { Count: > 0 } breaches) return Terminal.Fail(string.Join(Environment.NewLine, breaches), 2);

        await PackageZip.WriteAsync(file, files, ct);
        var terminal = new Terminal(line.IsJson);
        terminal.Say($"{file} is ready. In Zendesk's Admin Center choose Apps and integrations, Zendesk Support apps, Upload private app. Then open Webhooks there, show the signing secret of «SupportCopilot: tickets», and set it as SupportCopilot:Zendesk:WebhookSecrets:0.");
        terminal.Result(new PackageResult(file, version), PackageJson.Default.PackageResult);
        return 0;
    }
}
