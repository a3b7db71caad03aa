using OpenQA.Selenium;

namespace SupportCopilot.BrowserTests;

/// <summary>
/// Takes the README's pictures. They go into the folder that <c>SUPPORTCOPILOT_PICTURES</c> names, such as
/// <c>zendesk-app/screenshots</c>; without it they are taken all the same, looked at for size, and thrown away.
/// </summary>
public sealed class Screenshots(Desk desk, Browser browser) : IClassFixture<Browser>
{
    private const int LeastBytes = 20_000;   // an empty page makes a smaller picture

    [Fact]
    public void Of_the_README_can_be_taken()
    {
        var folder = Environment.GetEnvironmentVariable("SUPPORTCOPILOT_PICTURES") ?? Directory.CreateTempSubdirectory("supportcopilot-pictures-").FullName;
        Directory.CreateDirectory(folder);
        var workbench = new WorkbenchPage(browser, desk);
        browser.Driver.Manage().Window.Size = new(1440, 1040);
        workbench.OpenTicket(KnownTickets.ChargedTwice);
        var whole = browser.Driver.GetScreenshot();

        browser.Button("Switch to dark").Click();
        browser.Button("Narrow").Click();
        workbench.InSidebar(() => browser.Until<object>(_ => browser.Script<long>("return innerWidth") <= 320 ? this : null, "the frame stayed wide"));
        var frame = browser.Find("iframe");
        browser.Driver.Manage().Window.Size = new(1440, 1600);
        var sidebar = ((ITakesScreenshot)frame).GetScreenshot();

        foreach (var (name, picture) in new[] { ("workbench.png", whole), ("sidebar-dark.png", sidebar) })
        {
            Assert.True(picture.AsByteArray.Length > LeastBytes, $"{name} has {picture.AsByteArray.Length} bytes.");
            picture.SaveAsFile(Path.Combine(folder, name));
        }
    }
}
