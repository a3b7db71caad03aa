using OpenQA.Selenium;

namespace SupportCopilot.BrowserTests;

/// <summary>
/// Takes the README's pictures into zendesk-app/screenshots. It is run by its name alone:
/// <c>dotnet run --project tests/SupportCopilot.BrowserTests -- -explicit only</c>
/// </summary>
public sealed class Screenshots(Desk desk, Browser browser) : IClassFixture<Browser>
{
    private static readonly string Folder = Path.Combine(RepositoryRoot(), "zendesk-app", "screenshots");

    [Fact(Explicit = true)]
    public void Are_taken()
    {
        var workbench = new WorkbenchPage(browser, desk);
        browser.Driver.Manage().Window.Size = new(1440, 1040);
        workbench.OpenTicket(KnownTickets.ChargedTwice);
        Take("workbench.png");

        browser.Button("Switch to dark").Click();
        browser.Button("Narrow").Click();
        workbench.InSidebar(() => browser.Until<object>(_ => browser.Script<long>("return innerWidth") <= 320 ? this : null, "the frame stayed wide"));
        var frame = browser.Find("iframe");
        browser.Driver.Manage().Window.Size = new(1440, 1600);
        File.WriteAllBytes(PathOf("sidebar-dark.png"), ((ITakesScreenshot)frame).GetScreenshot().AsByteArray);
    }

    private void Take(string name) => browser.Driver.GetScreenshot().SaveAsFile(PathOf(name));

    private static string PathOf(string name)
    {
        Directory.CreateDirectory(Folder);
        return Path.Combine(Folder, name);
    }

    private static string RepositoryRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "SupportCopilot.sln"))) return folder.FullName;
        throw new InvalidOperationException("SupportCopilot.sln was not found above the tests.");
    }
}
