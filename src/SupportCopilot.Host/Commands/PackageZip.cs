using System.IO.Compression;
using System.Text.Json.Serialization;

namespace SupportCopilot.Host.Commands;

/// <summary>Writes the packages that bring the product into Teams and into Zendesk.</summary>
internal static class PackageZip
{
    // Zip cannot write earlier dates; one date for all, so that the same settings give the same bytes.
    private static readonly DateTimeOffset Written = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes the files of a package as a zip, in their order.</summary>
    public static async Task WriteAsync(string path, IReadOnlyList<(string Name, byte[] Content)> files, CancellationToken ct)
    {
        await using var to = File.Create(path);
        using var zip = new ZipArchive(to, ZipArchiveMode.Create);
        foreach (var (name, content) in files)
        {
            var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
            entry.LastWriteTime = Written;
            await using var stream = await entry.OpenAsync(ct);
            await stream.WriteAsync(content, ct);
        }
    }
}

/// <summary>The package that a command made.</summary>
internal sealed record PackageResult(string File, string Version);

[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(PackageResult))]
internal sealed partial class PackageJson : JsonSerializerContext;
