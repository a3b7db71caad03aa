namespace ZendeskSimulator;

/// <summary>The simulator by hand: a Zendesk account on this machine.</summary>
internal static class Simulator
{
    private static async Task Main(string[] args)
    {
        var app = WebApplication.CreateBuilder(args).Build();
        await app.RunAsync();
    }
}
