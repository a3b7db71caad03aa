using System.Globalization;
using ZendeskSimulator.Limits;

namespace ZendeskSimulator;

/// <summary>What the simulator is told when it is started by hand.</summary>
internal static class Arguments
{
    public const string Help = """
        dotnet run --project tests/ZendeskSimulator -- [options]

          --port N               where it listens, on this machine alone (4000)
          --tickets N            how many tickets there are (10000); they are made when asked for
          --days N               how far back they go (365)
          --seed N               another account (1)
          --same-instant N       so many tickets share one timestamp (1)
          --limits NAME          none, professional or high-volume (professional)
          --job-seconds N        how long an update_many job takes (10)
          --token-minutes N      how long an OAuth token works (120)
          --client-id TEXT       the OAuth client
          --client-secret TEXT   its secret
          --help                 this text
        """;

    public static bool TryRead(string[] args, out int port, out ZendeskSettings settings, out string error)
    {
        port = 4000;
        error = "";
        settings = new ZendeskSettings { Tickets = 10_000, Span = TimeSpan.FromDays(365), Limits = RateLimits.Professional, JobDuration = TimeSpan.FromSeconds(10) };
        for (var n = 0; n < args.Length; n += 2)
        {
            if (args[n] is "--help" or "-h") return false;
            if (n + 1 == args.Length)
            {
                error = $"{args[n]} needs a value.";
                return false;
            }
            try
            {
                if (args[n] == "--port") port = Number(args[n + 1]);
                else settings = With(settings, args[n], args[n + 1]);
            }
            catch (FormatException)
            {
                error = $"{args[n]} {args[n + 1]} is not understood.";
                return false;
            }
        }
        return true;
    }

    private static ZendeskSettings With(ZendeskSettings settings, string name, string value) => name switch
    {
        "--tickets" => settings with { Tickets = Number(value) },
        "--days" => settings with { Span = TimeSpan.FromDays(Number(value)) },
        "--seed" => settings with { Seed = (ulong)Number(value) },
        "--same-instant" => settings with { TicketsPerInstant = Number(value) },
        "--limits" => settings with { Limits = value switch { "none" => RateLimits.None, "professional" => RateLimits.Professional, "high-volume" => RateLimits.HighVolume, _ => throw new FormatException() } },
        "--job-seconds" => settings with { JobDuration = TimeSpan.FromSeconds(Number(value)) },
        "--token-minutes" => settings with { TokenLifetime = TimeSpan.FromMinutes(Number(value)) },
        "--client-id" => settings with { ClientId = value },
        "--client-secret" => settings with { ClientSecret = value },
        _ => throw new FormatException(),
    };

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new FormatException();
}
