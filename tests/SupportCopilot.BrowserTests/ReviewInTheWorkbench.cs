using OpenQA.Selenium;

namespace SupportCopilot.BrowserTests;

/// <summary>A person reviews triage. It has a desk of its own: what is answered there is gone.</summary>
public sealed class ReviewInTheWorkbench(ReviewedDesk desk, Browser browser) : IClassFixture<ReviewedDesk>, IClassFixture<Browser>
{
    [Fact]
    public async Task Is_answered_by_keyboard_and_counted()
    {
        Open();
        var first = Ticket();
        browser.Find("[data-field=category]");
        Press("a");
        browser.Says("[data-testid=said]", $"Kept for #{first}");
        browser.Until<object>(_ => Ticket() != first ? this : null, "the next ticket did not come");
        browser.Says(".agreement", "right in every field");
        browser.Says("[data-testid=reviewed]", "1 is reviewed");

        var second = Ticket();
        Press("n");
        browser.Until<object>(_ => Ticket() != second ? this : null, "the next ticket did not come");
        var third = Ticket();
        browser.Find("[data-field=sentiment] select").FindElements(By.TagName("option")).First(option => !option.Selected).Click();
        browser.Says(".review-card footer", "Save 1 correction, agree with the rest");
        Press("a");
        browser.Says("[data-testid=said]", $"Kept for #{third}");

        Assert.Equal([first, third], await desk.DatabaseAsync(db => db.ReviewItems.Where(i => i.ReviewedAt != null).Select(i => i.TicketId).OrderBy(id => id).ToList().Order(Comparer<long>.Create((a, b) => a == first ? -1 : b == first ? 1 : 0)).ToList()));
        Assert.Equal(1, await desk.DatabaseAsync(db => db.ReviewAnswers.Count(a => !a.Agreed && a.Field == "sentiment")));
        Assert.Empty(browser.Faults());
    }

    [Fact]
    public void Says_that_nothing_is_uncertain_where_all_was_drawn()
    {
        Open();
        browser.Button("Least certain").Click();
        browser.Says("main", "Nothing is uncertain");
    }

    [Fact]
    public void Says_what_failed_and_tries_again_when_asked()
    {
        browser.Driver.ExecuteCdpCommand("Network.enable", []);
        browser.Driver.ExecuteCdpCommand("Network.setBlockedURLs", new() { ["urls"] = new object[] { "*/api/review*" } });
        Open();
        browser.Says("[role=alert]", "cannot be reached");

        browser.Driver.ExecuteCdpCommand("Network.setBlockedURLs", new() { ["urls"] = Array.Empty<object>() });
        browser.Button("Try again").Click();
        browser.Find(".review-card");
        browser.Faults();   // the blocked calls are some; they are not the next test's
    }

    [Theory]
    [InlineData(1280, false)]
    [InlineData(1280, true)]
    [InlineData(640, false)]
    [InlineData(400, true)]
    public void Fits_its_window(int width, bool isDark)
    {
        browser.Driver.Manage().Window.Size = new(width, 900);
        Open();
        if (isDark) browser.Button("Switch to dark").Click();
        browser.Find(".review-card");

        browser.Until<object>(_ => browser.Script<bool>("return document.getAnimations().length === 0") ? this : null, "the page does not come to rest");
        var picture = browser.Driver.GetScreenshot();
        if (Environment.GetEnvironmentVariable("SUPPORTCOPILOT_PICTURES") is { } folder)
            picture.SaveAsFile(Path.Combine(folder, $"review-{width}{(isDark ? "-dark" : "")}.png"));
        Assert.Equal("", browser.Script<string>("""
            return [...document.querySelectorAll('.review *')].filter(e => e.getClientRects().length > 0 && e.getBoundingClientRect().right > innerWidth + 1)
                .map(e => `${e.tagName}.${e.className}: ${e.getBoundingClientRect().right}`).join('\n')
            """));
        browser.Driver.Manage().Window.Size = new(1440, 900);
    }

    private long Ticket() => long.Parse(browser.Find(".review-card").GetAttribute("data-ticket")!, System.Globalization.CultureInfo.InvariantCulture);

    private void Press(string key) => browser.Find(".review-card").SendKeys(key);

    private void Open()
    {
        browser.Driver.Navigate().GoToUrl($"{desk.Address}/health/live");
        browser.Driver.ExecuteScript("localStorage.clear()");
        browser.Driver.Navigate().GoToUrl($"{desk.Address}/#/review");
        browser.Find(".review-main");
    }
}
