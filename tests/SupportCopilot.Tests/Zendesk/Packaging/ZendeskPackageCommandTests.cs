using System.IO.Compression;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace SupportCopilot.Tests.Zendesk.Packaging;

public sealed class ZendeskPackageCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("supportcopilot-package-").FullName;

    private string Zip => Path.Combine(_folder, "zendesk.zip");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task It_makes_the_package_from_the_settings()
    {
        var run = await RunAsync("--SupportCopilot:PublicUrl=https://copilot.acme.example/desk/", "--name", "Acme helper", "--app-version", "2.1.0");

        Assert.True(run.ExitCode == 0, run.Error);
        using var zip = ZipFile.OpenRead(Zip);
        Assert.Equal(
            ["assets/logo-small.png", "assets/logo.png", "manifest.json", "requirements.json", .. new[] { "ar", "de", "en", "es", "fr", "ja" }.Select(language => $"translations/{language}.json")], zip.Entries.Select(e => e.FullName).Order(StringComparer.Ordinal));
        var manifest = Json(zip, "manifest.json");
        Assert.Equal("https://copilot.acme.example/desk/sidebar", manifest.GetProperty("location").GetProperty("support").GetProperty("ticket_sidebar").GetProperty("url").GetString());
        Assert.Equal(("Acme helper", "2.1.0", true), (manifest.GetProperty("name").GetString(), manifest.GetProperty("version").GetString(), manifest.GetProperty("signedUrls").GetBoolean()));
        Assert.Equal("Acme helper", Json(zip, "translations/de.json").GetProperty("app").GetProperty("name").GetString());
        Assert.Equal("https://copilot.acme.example/desk/api/zendesk/webhooks/acme", Json(zip, "requirements.json").GetProperty("webhooks").GetProperty("copilot_tickets").GetProperty("endpoint").GetString());
    }

    [Theory]
    [InlineData("--SupportCopilot:PublicUrl=http://localhost:3978", "PublicUrl")]
    [InlineData("--SupportCopilot:PublicUrl=https://localhost", "PublicUrl")]
    [InlineData("--SupportCopilot:Other=1", "PublicUrl")]
    public async Task It_names_what_is_missing_and_makes_nothing(string setting, string named)
    {
        var run = await RunAsync(setting);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(named, run.Error);
        Assert.False(File.Exists(Zip));
    }

    [Fact]
    public async Task It_writes_no_package_that_Zendesk_would_refuse()
    {
        var run = await RunAsync("--SupportCopilot:PublicUrl=https://copilot.acme.example", "--name", "");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("app.name", run.Error);
        Assert.False(File.Exists(Zip));
    }

    private Task<CommandRun> RunAsync(params string[] arguments) => CommandRun.OfAsync(["zendesk-package", "--out", Zip, "--data", _folder, "--tenant", "acme", .. arguments]);

    private static JsonElement Json(ZipArchive zip, string name)
    {
        using var stream = zip.GetEntry(name)!.Open();
        return JsonDocument.Parse(stream).RootElement;
    }
}
