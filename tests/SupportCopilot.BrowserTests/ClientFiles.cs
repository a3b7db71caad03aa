using System.Diagnostics;

namespace SupportCopilot.BrowserTests;

/// <summary>Where Client.targets installed Microsoft's own clients.</summary>
internal static class ClientFiles
{
    private static readonly string Folder = Path.Combine(Root(), "tests", "SupportCopilot.BrowserTests", "client");

    /// <summary>A file below node_modules, such as <c>adaptivecards/dist/adaptivecards.min.js</c>.</summary>
    public static string PathOf(string file)
    {
        var path = Path.Combine(Folder, "node_modules", file);
        return File.Exists(path) ? path
            : throw new InvalidOperationException($"{path} is not there: build the browser tests without -p:SkipSidebar=true, with Node 20.19 or later.");
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "SupportCopilot.sln"))) return folder.FullName;
        throw new UnreachableException("SupportCopilot.sln was not found above the tests.");
    }
}
