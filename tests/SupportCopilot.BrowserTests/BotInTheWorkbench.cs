using OpenQA.Selenium;
using SupportCopilot.Clusters;

namespace SupportCopilot.BrowserTests;

public sealed class BotInTheWorkbench(OwnDesk desk, Browser browser) : IClassFixture<OwnDesk>, IClassFixture<Browser>
{
    private readonly BotPage _bot = new(browser, desk);

    [Fact]
    public void Answers_with_the_right_figure_and_says_how_the_question_was_read()
    {
        _bot.Open().Says("How many tickets were created in March 2026?").Hears($"{KnownTickets.CreatedInMarch} tickets were created");
        var card = _bot.Card("tickets were created").Text;
        Assert.Contains("Read as: tickets created 2026-03-01 – 2026-03-31", card);
        Assert.Contains($"{KnownTickets.CreatedInMarch} tickets stand behind this", card);
        Assert.Empty(browser.Faults());
    }

    [Fact]
    public void Draws_the_chart_of_an_answer_and_answers_what_its_buttons_ask()
    {
        _bot.Open().Says("Tickets by status in March 2026");
        var card = _bot.Card("by status");
        Assert.NotEmpty(card.FindElements(By.CssSelector("svg rect")));
        var next = card.FindElements(By.CssSelector("button")).First(button => button.Displayed).Text;
        _bot.Presses(next, "by status");
        browser.Until<object>(driver => driver.FindElements(By.CssSelector("[data-by=me]")).Any(said => said.Text.Contains(next, StringComparison.Ordinal)) ? this : null, "the press was not said");
        Assert.Empty(browser.Faults());
    }

    [Fact]
    public void Opens_the_page_of_all_tickets_with_as_many_as_the_figure_says()
    {
        _bot.Open().Says("How many tickets were created in March 2026?").Presses("Export", onCard: "tickets were created").Hears("Files of your answer");
        var page = browser.Driver.CurrentWindowHandle;
        _bot.Presses($"All tickets ({KnownTickets.CreatedInMarch})", onCard: "Files of your answer");
        browser.Until<object>(driver => driver.WindowHandles.Count > 1 ? this : null, "nothing was opened");
        browser.Driver.SwitchTo().Window(browser.Driver.WindowHandles.Single(handle => handle != page));
        try
        {
            browser.Says("h1", $"{KnownTickets.CreatedInMarch} tickets");
            Assert.Equal(KnownTickets.CreatedInMarch, browser.Driver.FindElements(By.CssSelector("tbody tr")).Count);
            Assert.Empty(browser.Faults());
            browser.Driver.Navigate().GoToUrl(browser.Driver.FindElement(By.CssSelector("tbody a")).GetAttribute("href")!);
            browser.Find(".ticket h1");
        }
        finally
        {
            browser.Driver.Close();
            browser.Driver.SwitchTo().Window(page);
        }
    }

    [Theory]
    [InlineData("Manager")]
    [InlineData("Product owner")]
    public void Answers_every_question_that_it_suggests(string player)
    {
        _bot.Open();
        if (player != "Manager") _bot.Plays(player);
        string[] suggested = [.. browser.Driver.FindElements(By.CssSelector(".suggestions button")).Select(button => button.Text)];
        Assert.True(suggested.Length > 2);
        foreach (var question in suggested.Where(question => question != "review clusters"))
        {
            var before = Cards();
            _bot.Says(question);
            browser.Until<object>(_ => Cards() > before ? this : null, $"“{question}” was not answered");
            Assert.Contains("Read as:", browser.Driver.FindElements(By.CssSelector("[data-by=bot] .card"))[^1].Text);
        }
    }

    [Fact]
    public async Task Lets_a_product_owner_approve_and_publish_on_the_card()
    {
        _bot.Open().Plays("Product owner").Says("review clusters");
        _bot.Presses("Approve", onCard: KnownClusters.ChargedTwice).Hears("Approved. The resolution stands as an internal article");
        Assert.Equal(ClusterState.Approved, await StateAsync(KnownClusters.ChargedTwice));
        _bot.Presses("Publish: replies may cite it", onCard: KnownClusters.ChargedTwice).Hears("Published. Replies cite it");
        Assert.Equal(ClusterState.Published, await StateAsync(KnownClusters.ChargedTwice));
        Assert.Empty(browser.Faults());
    }

    [Fact]
    public async Task Asks_for_a_reason_before_it_rejects()
    {
        _bot.Open().Plays("Product owner").Says("review clusters");
        _bot.Presses("Reject with a reason", onCard: KnownClusters.StoppedExport).Presses("Reject", onCard: KnownClusters.StoppedExport);
        _bot.Hears("Give a reason");
        Assert.Equal(ClusterState.Proposed, await StateAsync(KnownClusters.StoppedExport));

        _bot.Writes("Two causes are mixed here.", onCard: KnownClusters.StoppedExport).Presses("Reject", onCard: KnownClusters.StoppedExport);
        _bot.Hears("Two causes are mixed here.");
        Assert.Equal(ClusterState.Rejected, await StateAsync(KnownClusters.StoppedExport));
    }

    [Fact]
    public async Task Approves_the_words_as_they_were_edited_on_the_card()
    {
        const string Words = "Ask the carrier to search for it after three days.";
        _bot.Open().Plays("Product owner").Says("review clusters");
        _bot.Presses("Edit, then approve", onCard: KnownClusters.LateParcel).Writes(Words, onCard: KnownClusters.LateParcel);
        _bot.Presses("Approve these words", onCard: KnownClusters.LateParcel).Hears(Words);
        Assert.Equal(ClusterState.Approved, await StateAsync(KnownClusters.LateParcel));
        Assert.Equal(Words, await desk.DatabaseAsync(db => db.Clusters.Single(c => c.Name == KnownClusters.LateParcel).Resolution));
    }

    [Fact]
    public void Tells_an_agent_that_neither_figures_nor_decisions_are_theirs()
    {
        _bot.Open().Plays("Agent");
        _bot.Says("How many tickets were created in March 2026?").Hears("role analyst");
        _bot.Says("review clusters").Hears("role productOwner");
    }

    [Fact]
    public void Keeps_the_conversation_over_a_reload_until_it_is_started_over()
    {
        _bot.Open().Says("help").Hears("How to ask");
        browser.Driver.Navigate().Refresh();
        _bot.Hears("How to ask");
        Assert.Equal(["help"], Mine());

        browser.Find("textarea[name=message]").SendKeys(Keys.ArrowUp);
        Assert.Equal("help", browser.Find("textarea[name=message]").GetAttribute("value"));

        browser.Button("Start over").Click();
        browser.Until<object>(_ => Mine().Count == 0 ? this : null, "what was said is still there");
    }

    [Fact]
    public void Fits_a_phone_in_light_and_dark()
    {
        browser.Driver.ExecuteCdpCommand("Emulation.setDeviceMetricsOverride", new() { ["width"] = 360, ["height"] = 740, ["deviceScaleFactor"] = 1, ["mobile"] = false });
        try
        {
            _bot.Open().Says("help").Hears("How to ask");
            Assert.Equal(360, browser.Script<long>("return document.documentElement.scrollWidth"));
            const string Background = "return getComputedStyle(document.querySelector('.card')).backgroundColor";
            var light = browser.Script<string>(Background);
            browser.Button("Switch to dark").Click();
            browser.Until<object>(_ => browser.Script<string>(Background) != light ? this : null, "the card stayed light");
        }
        finally
        {
            browser.Driver.ExecuteCdpCommand("Emulation.clearDeviceMetricsOverride", []);
        }
    }

    private Task<ClusterState> StateAsync(string name) => desk.DatabaseAsync(db => db.Clusters.Single(c => c.Name == name).State);

    private int Cards() => browser.Driver.FindElements(By.CssSelector("[data-by=bot] .card")).Count;

    private IReadOnlyList<string> Mine() => [.. browser.Driver.FindElements(By.CssSelector("[data-by=me] .bubble")).Select(said => said.Text)];
}
