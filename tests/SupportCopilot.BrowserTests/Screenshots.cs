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
    public void Of_a_ticket_can_be_taken()
    {
        var workbench = new WorkbenchPage(browser, desk);
        browser.Driver.Manage().Window.Size = new(1440, 1040);
        workbench.OpenTicket(KnownTickets.ChargedTwice);
        Keep("workbench.png", browser.Driver.GetScreenshot());

        workbench.OpenTicket(KnownTickets.ArrivedDamaged);
        workbench.InSidebar(() => browser.Find("[data-section=templates]"));
        browser.Driver.Manage().Window.Size = new(1440, 1500);
        Keep("sidebar.png", ((ITakesScreenshot)browser.Find("iframe")).GetScreenshot());
        browser.Driver.Manage().Window.Size = new(1440, 1040);
        workbench.OpenTicket(KnownTickets.ChargedTwice);

        browser.Button("Switch to dark").Click();
        browser.Button("Narrow").Click();
        workbench.InSidebar(() => browser.Until<object>(_ => browser.Script<long>("return innerWidth") <= 320 ? this : null, "the frame stayed wide"));
        var frame = browser.Find("iframe");
        browser.Driver.Manage().Window.Size = new(1440, 1600);
        Keep("sidebar-dark.png", ((ITakesScreenshot)frame).GetScreenshot());
    }

    [Fact]
    public void Of_an_answer_and_an_approval_can_be_taken()
    {
        var bot = new BotPage(browser, desk);
        browser.Driver.Manage().Window.Size = new(1120, 1000);
        bot.Open().Says("How many tickets were created in March 2026?").Card("Read as:");   // the first answer of a process is slow, which the card tells
        bot.Says("Tickets by category in March 2026").Card(", by category");
        Keep("answer.png", browser.Driver.GetScreenshot());

        bot.Plays("Product owner").Says("review clusters");
        bot.Presses("Approve", onCard: KnownClusters.ChargedTwice).Hears("Approved. The resolution stands as an internal article");
        browser.Driver.ExecuteScript("arguments[0].closest('.bot-scroll').scrollTop = arguments[0].offsetTop - 170", bot.Card(KnownClusters.ChargedTwice));
        Keep("approval.png", browser.Driver.GetScreenshot());
    }

    [Fact]
    public void Of_the_gallery_can_be_taken()
    {
        browser.Driver.Manage().Window.Size = new(1440, 1040);
        browser.Driver.Navigate().GoToUrl($"{desk.Address}/#/cards");
        browser.Driver.ExecuteScript("arguments[0].scrollIntoView()", browser.Find("[data-card='Answer: a comparison']"));
        Keep("cards.png", browser.Driver.GetScreenshot());
    }

    private static void Keep(string name, Screenshot picture)
    {
        var folder = Environment.GetEnvironmentVariable("SUPPORTCOPILOT_PICTURES") ?? Directory.CreateTempSubdirectory("supportcopilot-pictures-").FullName;
        Directory.CreateDirectory(folder);
        Assert.True(picture.AsByteArray.Length > LeastBytes, $"{name} has {picture.AsByteArray.Length} bytes.");
        picture.SaveAsFile(Path.Combine(folder, name));
    }
}
