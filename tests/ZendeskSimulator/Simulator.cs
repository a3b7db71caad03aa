using System.Globalization;
using ZendeskSimulator.Faults;

namespace ZendeskSimulator;

/// <summary>The simulator by hand: a Zendesk account on this machine.</summary>
internal static class Simulator
{
    private static async Task<int> Main(string[] args)
    {
        if (args is ["--help" or "-h", ..])
        {
            Console.WriteLine(Arguments.Help);
            return 0;
        }
        try
        {
            await RunAsync(Arguments.Read(args));
            return 0;
        }
        catch (FormatException wrong)
        {
            Console.Error.WriteLine($"{wrong.Message} --help tells what there is.");
            return 2;
        }
    }

    private static async Task RunAsync(Arguments arguments)
    {
        var zendesk = new SimulatedZendesk(arguments.Settings);
        if (arguments.FaultPercent > 0) GoWrong(zendesk, arguments.FaultPercent / 100.0);
        await using var server = await zendesk.ListenAsync(arguments.Port);
        Console.WriteLine(Words(arguments.Settings, server.BaseUrl));

        using var end = new CancellationTokenSource();
        using var client = new HttpClient();
        using var sender = arguments.Webhook is { } webhook ? zendesk.Tells(webhook, client) : null;
        var telling = sender?.RunAsync(end.Token) ?? Task.CompletedTask;
        var working = arguments.DeedsAMinute > 0 ? zendesk.Crowd(arguments.Settings.Seed).RunAsync(arguments.DeedsAMinute / 60.0, end.Token) : Task.CompletedTask;

        await server.WaitForShutdownAsync();
        await end.CancelAsync();
        await Task.WhenAll(telling, working);
    }

    private static void GoWrong(SimulatedZendesk zendesk, double share)
    {
        Fault[] faults =
        [
            Fault.ServerError(), Fault.TooManyRequests(TimeSpan.FromSeconds(2)), Fault.Slow(TimeSpan.FromSeconds(3)),
            Fault.ResetBefore, Fault.ResetAfter, Fault.AppliedLate(TimeSpan.FromSeconds(5)), Fault.Truncated,
        ];
        foreach (var fault in faults) zendesk.Faults.Often(fault, share / faults.Length, path: "/api/v2/");
    }

    private static string Words(ZendeskSettings settings, string baseUrl) => string.Create(CultureInfo.InvariantCulture, $"""
        A simulated Zendesk account with {settings.Tickets:N0} tickets listens on {baseUrl}.

          export SupportCopilot__Zendesk__BaseUrl={baseUrl}
          export SupportCopilot__Zendesk__ClientId={settings.ClientId}
          export SupportCopilot__Zendesk__ClientSecret={settings.ClientSecret}
        """);
}
