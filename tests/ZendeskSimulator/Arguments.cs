using System.Globalization;
using ZendeskSimulator.Limits;
using ZendeskSimulator.Webhooks;

namespace ZendeskSimulator;

/// <summary>What the simulator is told when it is started by hand.</summary>
internal sealed record Arguments
{
    public const string Help = """
        A Zendesk account on this machine, for this machine alone.

        dotnet run --project tests/ZendeskSimulator -- [options]

          --port N               where it listens (4000)
          --tickets N            how many tickets there are (10000); they are made when asked for
          --days N               how far back they go (365)
          --seed N               another account (1)
          --same-instant N       so many tickets share one timestamp (1)
          --limits NAME          none, professional or high-volume (professional)
          --job-seconds N        how long an update_many job takes (10)
          --token-minutes N      how long an OAuth token works (120)
          --client-id TEXT       the OAuth client
          --client-secret TEXT   its secret
          --webhook URL          where to tell what happens
          --webhook-secret TEXT  what signs it
          --requirements FILE    tell it by the triggers of an app's requirements.json instead of by events
          --people N             so many deeds a minute of agents and customers (0)
          --faults PERCENT       so many requests of a hundred go wrong: 503, 429, reset, late, cut off (0)
          --help                 this text
        """;

    public int Port { get; private init; } = 4000;

    public ZendeskSettings Settings { get; private init; } = new() { Tickets = 10_000, Span = TimeSpan.FromDays(365), Limits = RateLimits.Professional, JobDuration = TimeSpan.FromSeconds(10) };

    public Uri? WebhookUrl { get; private init; }

    public string WebhookSecret { get; private init; } = "simulated-webhook-secret";

    public string? Requirements { get; private init; }

    public int DeedsAMinute { get; private init; }

    public int FaultPercent { get; private init; }

    /// <summary>Where to tell what happens, where anybody is to be told.</summary>
    public Webhook? Webhook => WebhookUrl is null ? null : new Webhook(WebhookUrl, WebhookSecret)
    {
        Triggers = Requirements is null ? [] : Trigger.OfRequirements(File.ReadAllText(Requirements)),
    };

    /// <exception cref="FormatException">An option is not understood; the message says which.</exception>
    public static Arguments Read(string[] args)
    {
        var read = new Arguments();
        for (var n = 0; n < args.Length; n += 2) read = read.With(args[n], n + 1 < args.Length ? args[n + 1] : throw new FormatException($"{args[n]} needs a value."));
        return read;
    }

    private Arguments With(string name, string value)
    {
        int Number() => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new FormatException($"{name} takes a number, not {value}.");
        Arguments Having(ZendeskSettings settings) => this with { Settings = settings };
        return name switch
        {
            "--port" => this with { Port = Number() },
            "--tickets" => Having(Settings with { Tickets = Number() }),
            "--days" => Having(Settings with { Span = TimeSpan.FromDays(Number()) }),
            "--seed" => Having(Settings with { Seed = (ulong)Number() }),
            "--same-instant" => Having(Settings with { TicketsPerInstant = Number() }),
            "--limits" => Having(Settings with { Limits = LimitsNamed(value) }),
            "--job-seconds" => Having(Settings with { JobDuration = TimeSpan.FromSeconds(Number()) }),
            "--token-minutes" => Having(Settings with { TokenLifetime = TimeSpan.FromMinutes(Number()) }),
            "--client-id" => Having(Settings with { ClientId = value }),
            "--client-secret" => Having(Settings with { ClientSecret = value }),
            "--webhook" => this with { WebhookUrl = Uri.TryCreate(value, UriKind.Absolute, out var url) ? url : throw new FormatException($"--webhook takes an address, not {value}.") },
            "--webhook-secret" => this with { WebhookSecret = value },
            "--requirements" => this with { Requirements = File.Exists(value) ? value : throw new FormatException($"There is no file {value}.") },
            "--people" => this with { DeedsAMinute = Number() },
            "--faults" => this with { FaultPercent = Number() is <= 100 and var percent ? percent : throw new FormatException("--faults takes at most 100.") },
            _ => throw new FormatException($"There is no option {name}."),
        };
    }

    private static RateLimits LimitsNamed(string name) => name switch
    {
        "none" => RateLimits.None,
        "professional" => RateLimits.Professional,
        "high-volume" => RateLimits.HighVolume,
        _ => throw new FormatException($"There are no limits called {name}: none, professional, high-volume."),
    };
}
