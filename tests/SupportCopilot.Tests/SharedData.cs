namespace SupportCopilot.Tests;

/// <summary>The public files beside the repository; tests that want them are skipped, visibly, where they are not there.</summary>
public static class SharedData
{
    public static string RepositoryRoot { get; } = FindRoot();

    /// <summary>The path of a file, or a skipped test.</summary>
    public static string File(string name)
    {
        var path = Path.GetFullPath(Path.Combine(RepositoryRoot, "..", "shared", "data", name));
        Assert.SkipUnless(System.IO.File.Exists(path), $"needs ../shared/data/{name}");
        return path;
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (System.IO.File.Exists(Path.Combine(folder.FullName, "SupportCopilot.sln"))) return folder.FullName;
        throw new InvalidOperationException("SupportCopilot.sln was not found above the tests.");
    }
}
