using System.Globalization;

namespace ZendeskSimulator;

/// <summary>The simulator by hand: a Zendesk account on this machine.</summary>
internal static class Simulator
{
    private static async Task<int> Main(string[] args)
    {
        if (!Arguments.TryRead(args, out var port, out var settings, out var error))
        {
            Console.Error.WriteLine(error);
            Console.Error.WriteLine(Arguments.Help);
            return error.Length == 0 ? 0 : 2;
        }
        await using var server = await new SimulatedZendesk(settings).ListenAsync(port);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            A simulated Zendesk account with {settings.Tickets:N0} tickets listens on {server.BaseUrl}, for this machine alone.

              export SupportCopilot__Zendesk__BaseUrl={server.BaseUrl}
              export SupportCopilot__Zendesk__ClientId={settings.ClientId}
              export SupportCopilot__Zendesk__ClientSecret={settings.ClientSecret}
            """));
        await server.WaitForShutdownAsync();
        return 0;
    }
}
