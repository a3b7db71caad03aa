using System.CommandLine;
using SupportCopilot.Access;

namespace SupportCopilot.Host.Commands;

/// <summary>What the program was asked to do, and where. Settings can be given beside it as <c>--Section:Name=value</c>.</summary>
internal sealed class CommandLine
{
    private static readonly Option<string> Data = new("--data") { Description = "The folder of the embedded database, index and uploads", DefaultValueFactory = _ => "data", Recursive = true };
    private static readonly Option<string?> UrlsOption = new("--urls") { Description = $"Where to listen (default {Host.Settings.DefaultUrl})", Recursive = true };
    private static readonly Option<string?> TenantOption = new("--tenant") { Description = "The key of the tenant to work for", Recursive = true };
    private static readonly Option<bool> NoDemo = new("--no-demo") { Description = "Leave an empty database empty", Recursive = true };
    private static readonly Option<bool> Json = new("--json") { Description = "Answer in JSON, for machines", Recursive = true };

    private readonly ParseResult _parsed;

    private CommandLine(ParseResult parsed, string[] settings, int? refused)
    {
        _parsed = parsed;
        Settings = settings;
        Refused = refused;
    }

    /// <summary>The exit code when there is nothing to run: help or the version was shown, or the line was wrong.</summary>
    public int? Refused { get; }

    /// <summary>What is left for the configuration: arguments with a = in them.</summary>
    public string[] Settings { get; }

    public string DataDirectory => Path.GetFullPath(_parsed.GetRequiredValue(Data));

    public string? Urls => _parsed.GetValue(UrlsOption);

    /// <summary>The tenant named by the caller; null leaves it to the command.</summary>
    public string? Tenant => _parsed.GetValue(TenantOption);

    public bool MayFillDemo => !_parsed.GetValue(NoDemo);

    public bool IsJson => _parsed.GetValue(Json);

    public bool IsServe => Command is ServeCommand;

    private ProductCommand Command => _parsed.CommandResult.Command as ProductCommand ?? Serve;

    private static ServeCommand Serve { get; } = new();

    public static CommandLine Read(string[] args)
    {
        var root = new RootCommand("SupportCopilot: a support desk's copilot, beside the ticket and in Teams.") { Data, UrlsOption, TenantOption, NoDemo, Json };
        root.TreatUnmatchedTokensAsErrors = false;
        foreach (var command in ProductCommand.All())
        {
            foreach (var each in command.Subcommands.Prepend(command))
            {
                each.TreatUnmatchedTokensAsErrors = false;
                each.SetAction(_ => 0);
            }

            root.Subcommands.Add(command);
        }

        root.SetAction(_ => 0);
        var parsed = root.Parse(args);
        var settings = parsed.UnmatchedTokens.Where(token => token.Contains('=')).ToArray();
        var unknown = parsed.UnmatchedTokens.Except(settings).ToArray();
        if (unknown.Length > 0)
        {
            Console.Error.WriteLine($"\"{unknown[0]}\" is not understood. See --help for the commands; a setting is written --Section:Name=value.");
            return new(parsed, settings, 2);
        }

        if (parsed.GetValue(TenantOption) is { } tenant && !Tenants.IsKey(tenant))
        {
            Console.Error.WriteLine($"\"{tenant}\" cannot be a tenant's key: use 1–40 of a–z, 0–9 and hyphen.");
            return new(parsed, settings, 2);
        }

        // Help, the version and parse errors have actions of their own; ours only marks that there is something to run.
        if (parsed.Errors.Count > 0 || parsed.Action is not null && parsed.Action.GetType().Namespace!.StartsWith("System.CommandLine.", StringComparison.Ordinal)
            && parsed.Action.GetType().Name is "HelpAction" or "VersionOptionAction" or "ParseErrorAction")
        {
            var code = parsed.Invoke();
            return new(parsed, settings, parsed.Errors.Count > 0 ? 2 : code);
        }

        return new(parsed, settings, null);
    }

    public Task<int> RunAsync(WebApplication app) => Command.RunAsync(app, this, _parsed, app.Lifetime.ApplicationStopping);
}
