using OpenQA.Selenium;

namespace SupportCopilot.BrowserTests;

public sealed class TicketsInTheWorkbench(Desk desk, Browser browser) : IClassFixture<Browser>
{
    private readonly WorkbenchPage _workbench = new(browser, desk);

    [Fact]
    public void Tell_a_newcomer_what_this_is_and_open_the_newest_ticket()
    {
        _workbench.Open();
        browser.Says(".intro", "import FILE");
        browser.Says(".top", "demo");
        browser.Says(".ticket h1", "Charged twice for order A-55120");
        Assert.Empty(browser.Faults());
    }

    [Theory]
    [InlineData("#/", "iframe")]
    [InlineData("#/review", ".review h1")]
    [InlineData("#/bot", ".composer button[type=submit]")]
    [InlineData("#/cards", "[data-card]")]
    public void Stand_on_a_phone_with_nothing_beyond_its_edge(string at, string there)
    {
        const string BeyondTheEdge = """
            return [...document.querySelectorAll('body *')]
              .filter(element => element.getBoundingClientRect().right > innerWidth + 1 && !element.closest('.chart, .hidden-but-read, .gallery-cell'))
              .map(element => element.tagName + '.' + element.className).slice(0, 5).join(' ')
            """;
        browser.Driver.ExecuteCdpCommand("Emulation.setDeviceMetricsOverride", new() { ["width"] = 320, ["height"] = 740, ["deviceScaleFactor"] = 1, ["mobile"] = false });
        try
        {
            _workbench.Open();
            browser.Driver.Navigate().GoToUrl($"{browser.Driver.Url.Split('#')[0]}{at}");
            browser.Find(there);
            Assert.Equal("", browser.Script<string>(BeyondTheEdge));
        }
        finally
        {
            browser.Driver.ExecuteCdpCommand("Emulation.clearDeviceMetricsOverride", []);
        }
    }

    [Fact]
    public void Are_found_by_their_words()
    {
        _workbench.Open();
        browser.Find("input[name=q]").SendKeys("charged twice");
        browser.Until<object>(driver => Subjects(driver).Any(s => s.Contains("A-55120", StringComparison.Ordinal)) && Subjects(driver).Count < 20 ? this : null, "the search found nothing");
        browser.Find("input[name=q]").SendKeys(Keys.Control + "a");
        browser.Find("input[name=q]").SendKeys("qqqxyz");
        browser.Says(".list-pane", "No ticket matches");
        browser.Button("Show all tickets").Click();
        browser.Find("[data-testid=tickets] a");
        Assert.Equal("", browser.Find("input[name=q]").GetAttribute("value"));
    }

    [Fact]
    public void Are_narrowed_by_status()
    {
        _workbench.Open();
        browser.Find("select[name=status]").SendKeys("Solved");
        browser.Until<object>(driver => driver.FindElements(By.CssSelector("[data-testid=tickets] [data-status]")) is { Count: > 0 } tags
            && tags.All(tag => tag.GetAttribute("data-status") == "solved") ? this : null, "other tickets stayed");
    }

    [Fact]
    public void Come_a_page_at_a_time()
    {
        _workbench.Open();
        var first = Subjects(browser.Driver).Count;
        browser.Button("Show more").Click();
        browser.Until<object>(driver => Subjects(driver).Count == KnownTickets.Fillers + 4 ? this : null, "the rest did not come");
        Assert.True(first < KnownTickets.Fillers + 4);
        Assert.Equal(KnownTickets.Fillers + 4, browser.Driver.FindElements(By.CssSelector("[data-testid=tickets] a")).Select(a => a.GetAttribute("href")).Distinct().Count());
    }

    [Fact]
    public void Are_walked_by_keys()
    {
        _workbench.Open();
        browser.Find("body").SendKeys("/");
        Assert.Equal("q", browser.Driver.SwitchTo().ActiveElement().GetAttribute("name"));
        browser.Find("[data-testid=tickets] a").SendKeys(Keys.ArrowDown);
        browser.Driver.SwitchTo().ActiveElement().SendKeys(Keys.Enter);
        browser.Says(".ticket h1", Subjects(browser.Driver)[1]);
    }

    [Fact]
    public void Show_who_wrote_what_and_never_run_a_customers_markup()
    {
        _workbench.OpenTicket(KnownTickets.ChargedTwice);
        string[] kinds = [.. browser.Driver.FindElements(By.CssSelector("[data-kind]")).Select(m => m.GetAttribute("data-kind")!)];
        Assert.Equal(["requester", "agent", "note", "requester"], kinds);
        browser.Says("[data-kind=note]", "Internal note");

        _workbench.OpenTicket(KnownTickets.LockedOut);
        browser.Says("[data-kind=requester] .message-body", "<b>Thank you</b>");
    }

    private static IReadOnlyList<string> Subjects(IWebDriver driver) =>
        [.. driver.FindElements(By.CssSelector("[data-testid=tickets] .ticket-row-subject")).Select(s => s.Text)];
}
