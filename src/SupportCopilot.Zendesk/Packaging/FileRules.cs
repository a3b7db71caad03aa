using System.Buffers.Binary;
using System.Text;

namespace SupportCopilot.Zendesk.Packaging;

/// <summary>The files themselves: logos in their sizes, and nothing that does not belong into a package.</summary>
internal static class FileRules
{
    private static readonly (string Name, int Size)[] Logos = [("assets/logo.png", 320), ("assets/logo-small.png", 128)];
    private static readonly string[] Refused = [".zip", ".pdf", ".docx", ".doc", ".xlsx", ".rar", ".7z", ".gz", ".tar", ".exe", ".jar"];
    private static readonly string[] Scripts = ["<script", "javascript:", " onload", " onclick"];

    private static readonly byte[] PngStart = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static IEnumerable<string> BreachesIn(AppPackage package)
    {
        foreach (var (logo, size) in Logos)
        {
            if (!package.Has(logo)) yield return $"{logo} is missing: add it, {size} × {size} px.";
            else if (PngSize(package.Content(logo)) is not { } found) yield return $"{logo} is no PNG: save it as one.";
            else if (found != (size, size)) yield return $"{logo} is {found.Width} × {found.Height} px: make it {size} × {size}.";
        }

        foreach (var name in package.Names)
        {
            if (name.StartsWith('/') || name.Contains('\\', StringComparison.Ordinal) || name.Split('/').Contains("..")) yield return $"\"{name}\" leads out of the package: name it from the package's root, with forward slashes.";
            if (Refused.Contains(Path.GetExtension(name).ToLowerInvariant()) || IsArchive(package.Content(name))) yield return $"{name} is an archive or a document, which Zendesk takes in no package: leave it out.";
            if (name.EndsWith(".svg", StringComparison.OrdinalIgnoreCase) && HasScript(package.Content(name))) yield return $"{name} holds a script: save the picture without it.";
        }
    }

    /// <summary>PNG (ISO/IEC 15948): the header chunk comes first and begins with width and height.</summary>
    private static (int Width, int Height)? PngSize(ReadOnlySpan<byte> png) => png.Length >= 24 && png.StartsWith(PngStart)
        ? (BinaryPrimitives.ReadInt32BigEndian(png[16..]), BinaryPrimitives.ReadInt32BigEndian(png[20..])) : null;

    private static bool IsArchive(ReadOnlySpan<byte> content) => content.StartsWith("PK\u0003\u0004"u8) || content.StartsWith("%PDF-"u8);

    private static bool HasScript(byte[] svg) => Encoding.UTF8.GetString(svg) is var text && Scripts.Any(script => text.Contains(script, StringComparison.OrdinalIgnoreCase));
}
