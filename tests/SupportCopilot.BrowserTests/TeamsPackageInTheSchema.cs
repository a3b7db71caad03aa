using System.Diagnostics;
using System.Text;
using SupportCopilot.Teams;
using SupportCopilot.Teams.Packaging;

namespace SupportCopilot.BrowserTests;

/// <summary>The package for Teams against Microsoft's own schema of manifests.</summary>
public sealed class TeamsPackageInTheSchema
{
    private static readonly TeamsOptions Settings = new() { AppId = "11111111-2222-3333-4444-555555555555", TenantId = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee" };

    [Fact]
    public async Task Is_valid()
    {
        var (exitCode, said) = await ValidateAsync(await ManifestAsync());

        Assert.True(exitCode == 0, said);
        Assert.Contains("valid against 1.24", said);
    }

    [Fact]
    public async Task Would_be_found_invalid_if_it_were()
    {
        var (exitCode, said) = await ValidateAsync((await ManifestAsync()).Replace("\"personal\", \"team\"", "\"personal\", \"everywhere\"", StringComparison.Ordinal));

        Assert.Equal(1, exitCode);
        Assert.Contains("/bots/0/scopes", said);
    }

    private static async Task<string> ManifestAsync()
    {
        var files = await TeamsPackage.FilesAsync(Settings, "https://copilot.example.com/desk", "1.2.3", TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(files.Single(file => file.Name == "manifest.json").Content);
    }

    private static async Task<(int ExitCode, string Said)> ValidateAsync(string manifest)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, manifest, TestContext.Current.CancellationToken);
            var script = Path.Combine(Path.GetDirectoryName(ClientFiles.PathOf(".installed-lock.json"))!, "..", "validate-manifest.cjs");
            using var node = Process.Start(new ProcessStartInfo("node", [script, file]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var (said, errors) = (node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
            await node.WaitForExitAsync(TestContext.Current.CancellationToken);
            return (node.ExitCode, await said + await errors);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
