using System.CommandLine;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace SupportCopilot.Host.Commands;

/// <summary>Starts the server and says where to go.</summary>
internal sealed class ServeCommand() : ProductCommand("serve", "Start the server (the default)")
{
    public override async Task<int> RunAsync(WebApplication app, CommandLine line, ParseResult parsed, CancellationToken ct)
    {
        await app.StartAsync(ct);
        if (app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses is { Count: > 0 } addresses)
            SayWhereToGo(addresses.First(), app.Environment);
        await app.WaitForShutdownAsync(CancellationToken.None);
        return 0;
    }

    private static void SayWhereToGo(string address, IHostEnvironment environment)
    {
        if (environment.IsDevelopment()) Console.WriteLine($"\n  SupportCopilot is ready. Open the workbench: {address}\n  Your own export:  dotnet run --project src/SupportCopilot.Host -- import FILE\n");
        else Console.WriteLine($"SupportCopilot is ready: {address}/health/ready");
    }
}
