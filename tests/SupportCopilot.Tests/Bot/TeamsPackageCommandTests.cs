using System.Buffers.Binary;
using System.IO.Compression;
using System.Text.Json;

namespace SupportCopilot.Tests.Bot;

public sealed class TeamsPackageCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("supportcopilot-package-").FullName;

    private string Zip => Path.Combine(_folder, "teams.zip");

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task It_makes_the_package_from_the_settings()
    {
        var run = await RunAsync("--SupportCopilot:Teams:AppId=11111111-2222-3333-4444-555555555555", "--SupportCopilot:Teams:TenantId=aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee", "--SupportCopilot:PublicUrl=https://copilot.example.com");

        Assert.True(run.ExitCode == 0, run.Error);
        using var zip = ZipFile.OpenRead(Zip);
        Assert.Equal(["manifest.json", "color.png", "outline.png"], zip.Entries.Select(e => e.FullName));
        var manifest = JsonDocument.Parse(zip.GetEntry("manifest.json")!.Open()).RootElement;
        Assert.Equal("11111111-2222-3333-4444-555555555555", manifest.GetProperty("bots")[0].GetProperty("botId").GetString());
        Assert.Equal("copilot.example.com", manifest.GetProperty("validDomains")[0].GetString());
        Assert.DoesNotContain("{{", manifest.GetRawText());
        Assert.Equal((192, 192), SizeOf(zip, "color.png"));
        Assert.Equal((32, 32), SizeOf(zip, "outline.png"));
    }

    [Fact]
    public async Task It_names_every_setting_that_is_missing_and_makes_nothing()
    {
        var run = await RunAsync("--SupportCopilot:PublicUrl=http://localhost:3978");

        Assert.Equal(2, run.ExitCode);
        foreach (var setting in new[] { "Teams:AppId", "Teams:TenantId", "PublicUrl" }) Assert.Contains(setting, run.Error);
        Assert.False(File.Exists(Zip));
    }

    private Task<CommandRun> RunAsync(params string[] settings) => CommandRun.OfAsync(["teams-package", "--out", Zip, "--data", _folder, .. settings]);

    private static (int Width, int Height) SizeOf(ZipArchive zip, string icon)
    {
        var head = new byte[24];
        using var stream = zip.GetEntry(icon)!.Open();
        stream.ReadExactly(head);
        return (BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(20)));
    }
}
