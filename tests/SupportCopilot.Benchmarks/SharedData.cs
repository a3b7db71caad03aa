using System.Diagnostics.CodeAnalysis;

namespace SupportCopilot.Benchmarks;

/// <summary>Finds the public data beside the repository: ../shared/data from where SupportCopilot.sln is.</summary>
internal static class SharedData
{
    public static bool TryFind(string relative, [NotNullWhen(true)] out string? path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(Path.Combine(folder.FullName, "SupportCopilot.sln"))) continue;
            path = Path.GetFullPath(Path.Combine(folder.FullName, "..", "shared", "data", relative));
            if (Path.Exists(path)) return true;
            Console.WriteLine($"skipped: {path} is not there");
            return false;
        }
        throw new InvalidOperationException("Run the benchmarks from a build inside the repository: SupportCopilot.sln is in no folder above.");
    }
}
