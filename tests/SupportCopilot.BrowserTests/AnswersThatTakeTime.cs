using OpenQA.Selenium;

namespace SupportCopilot.BrowserTests;

public sealed class AnswersThatTakeTime(WaitingDesk waiting, WorkingDesk working, Browser browser) : IClassFixture<WaitingDesk>, IClassFixture<WorkingDesk>, IClassFixture<Browser>
{
    private const string Question = "what are customers saying about export?";

    [Fact]
    public void Show_how_far_they_are_and_stop_when_cancel_is_pressed()
    {
        var bot = new BotPage(browser, waiting).Open().Says(Question);
        bot.Hears("0 %");
        var card = bot.Card("0 %").Text;
        Assert.Contains("the answer comes here as soon as it is ready", card);
        Assert.Contains("Read as:", card);

        bot.Presses("Cancel", onCard: "0 %").Hears("Cancelled before it was done");
        Assert.DoesNotContain(Cards(), text => text.Contains("0 %", StringComparison.Ordinal));
        Assert.Empty(browser.Faults());
    }

    [Fact]
    public void Take_the_place_of_their_progress_and_lead_to_the_tickets_that_they_quote()
    {
        var bot = new BotPage(browser, working).Open().Says(Question);
        bot.Hears("The CSV export of our records stops at 10,000 rows.");
        Assert.Single(Cards(), text => text.Contains("Read as:", StringComparison.Ordinal));
        Assert.DoesNotContain(Cards(), text => text.Contains("Cancel", StringComparison.Ordinal));

        var page = browser.Driver.CurrentWindowHandle;
        bot.Card("Read as:").FindElements(By.CssSelector("a")).First(link => link.Text.StartsWith('#')).Click();
        browser.Until<object>(driver => driver.WindowHandles.Count > 1 ? this : null, "nothing was opened");
        browser.Driver.SwitchTo().Window(browser.Driver.WindowHandles.Single(handle => handle != page));
        try
        {
            browser.Says(".ticket h1", "The export stops at 10,000 rows");
        }
        finally
        {
            browser.Driver.Close();
            browser.Driver.SwitchTo().Window(page);
        }
    }

    private IReadOnlyList<string> Cards() => [.. browser.Driver.FindElements(By.CssSelector("[data-by=bot] .card")).Select(card => card.Text)];
}

/// <summary>A desk where every question for reasons goes on in the background, and nobody works there.</summary>
public sealed class WaitingDesk() : Desk("SupportCopilot:Questions:BackgroundAfterSeconds=0");

/// <summary>The same with somebody at work.</summary>
public sealed class WorkingDesk() : Desk("SupportCopilot:Questions:BackgroundAfterSeconds=0", "SupportCopilot:Jobs:Enabled=true");
