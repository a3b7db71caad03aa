using OpenQA.Selenium;
using SupportCopilot.Clusters;

namespace SupportCopilot.BrowserTests;

/// <summary>The bot in a client that Microsoft made, without a word of ours in it.</summary>
public sealed class BotInThePlayground(OwnDesk desk, Browser browser) : IClassFixture<OwnDesk>, IClassFixture<Browser>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Greets_answers_with_the_right_figure_and_shows_a_decision_on_its_card()
    {
        await using var playground = await Playground.StartAsync(desk, Ct);
        browser.Driver.Navigate().GoToUrl(playground.Address);
        Sees("Hello, I am SupportCopilot");

        Say("How many tickets were created in March 2026?");
        Sees($"{KnownTickets.CreatedInMarch} tickets were created");

        Say("review clusters");
        Sees(KnownClusters.ChargedTwice);
        InCardOf(KnownClusters.ChargedTwice, "Approve").Click();
        Sees("Approved. The resolution stands as an internal article");
        Assert.Equal(ClusterState.Approved, await StateAsync());

        InCardOf(KnownClusters.ChargedTwice, "Publish: replies may cite it").Click();
        Sees("Published. Replies cite it");
        Assert.Equal(ClusterState.Published, await StateAsync());
    }

    private Task<ClusterState> StateAsync() => desk.DatabaseAsync(db => db.Clusters.Single(c => c.Name == KnownClusters.ChargedTwice).State);

    private void Say(string words)
    {
        var box = browser.Find("[contenteditable=true]");
        box.Click();
        box.SendKeys(words);
        box.SendKeys(Keys.Enter);
    }

    private void Sees(string words) =>
        browser.Until<object>(driver => driver.FindElement(By.TagName("body")).Text.Contains(words, StringComparison.Ordinal) ? this : null, $"the playground does not show “{words}”");

    private IWebElement InCardOf(string cluster, string button) => browser.Until(
        driver => driver.FindElements(By.CssSelector(".ac-adaptiveCard"))
            .Where(card => card.Text.Contains(cluster, StringComparison.Ordinal))
            .SelectMany(card => card.FindElements(By.CssSelector("button")))
            .LastOrDefault(found => found.Displayed && found.Text.Trim() == button),
        $"there is no button “{button}” on the card of “{cluster}”");
}
