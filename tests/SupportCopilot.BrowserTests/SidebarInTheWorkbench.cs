using OpenQA.Selenium;

namespace SupportCopilot.BrowserTests;

public sealed class SidebarInTheWorkbench(Desk desk, Browser browser) : IClassFixture<Browser>
{
    private const string TooWide = """
        return [...document.querySelectorAll('body *')].filter(e => e.getClientRects().length > 0 && e.getBoundingClientRect().right > innerWidth)
            .map(e => `${e.tagName}.${e.className}: ${e.getBoundingClientRect().right}`).join('\n')
        """;

    private readonly WorkbenchPage _workbench = new(browser, desk);

    [Fact]
    public void Shows_what_an_agent_needs_beside_the_ticket()
    {
        _workbench.OpenTicket(KnownTickets.ChargedTwice);
        _workbench.InSidebar(() =>
        {
            browser.Says("[data-section=summary]", "charged twice");
            browser.Says("[data-section=reply] [data-testid=reply-text]", "three business days");
            browser.Says("[data-section=reply] .citations", KnownArticles.ChargedTwice);
            Assert.Equal("https://help.example.com/1", browser.Find("[data-section=reply] .citations a").GetAttribute("href"));
            Assert.Contains(browser.Find("[data-field=category] [data-level]").GetAttribute("data-level"), new[] { "high", "medium", "low" });
            browser.Says("[data-section=similar]", "Paid two times for one order");
            browser.Says("[data-section=similar]", "not for copying");
            browser.Says("[data-section=articles]", KnownArticles.ChargedTwice);
        });
        Assert.Empty(browser.Faults());
    }

    [Fact]
    public async Task Inserts_the_reply_into_the_editor_and_sends_nothing()
    {
        _workbench.OpenTicket(KnownTickets.ChargedTwice);
        var ticket = desk.Ids[KnownTickets.ChargedTwice];
        var before = await desk.DatabaseAsync(db => db.Comments.Count(c => c.TicketId == ticket));

        _workbench.Editor.SendKeys("Dear Nia, ");
        _workbench.InSidebar(() =>
        {
            browser.Button("Insert into reply").Click();
            browser.Says("[data-section=reply]", "Nothing has been sent");
        });

        var written = _workbench.Editor.GetAttribute("value")!;
        Assert.StartsWith("Dear Nia, ", written);
        Assert.Contains("three business days", written);
        Assert.DoesNotContain("[1]", written);
        Assert.Equal(before, await desk.DatabaseAsync(db => db.Comments.Count(c => c.TicketId == ticket)));
    }

    [Fact]
    public void Asks_before_it_inserts_what_stands_on_an_internal_source()
    {
        _workbench.OpenTicket(KnownTickets.LockedOut);
        _workbench.InSidebar(() =>
        {
            browser.Says("[data-section=reply] .citations", "Internal");
            browser.Button("Insert into reply").Click();
            browser.Says("[data-testid=guard]", "Not all sources are public");
        });
        Assert.Equal("", _workbench.Editor.GetAttribute("value"));

        _workbench.InSidebar(() =>
        {
            browser.Button("Insert anyway").Click();
            browser.Says("[data-section=reply]", "Nothing has been sent");
        });
        Assert.NotEqual("", _workbench.Editor.GetAttribute("value"));
    }

    [Fact]
    public async Task Keeps_a_thumb_down_with_its_reason()
    {
        _workbench.OpenTicket(KnownTickets.ChargedTwice);
        _workbench.InSidebar(() =>
        {
            browser.Button("Not useful").Click();
            browser.Until(driver => driver.FindElements(By.CssSelector("label")).FirstOrDefault(label => label.Text == "Wrong facts"), "there is no such reason").Click();
            browser.Find("textarea[name=words]").SendKeys("It takes ten days");
            browser.Button("Send feedback").Click();
            browser.Says("[data-testid=feedback]", "that is noted");
        });

        var ticket = desk.Ids[KnownTickets.ChargedTwice];
        var kept = await desk.DatabaseAsync(db => db.Feedback.Single(f => f.TicketId == ticket));
        Assert.False(kept.IsUp);
        Assert.Equal("wrong facts: It takes ten days", kept.Reason);
        Assert.NotNull(kept.SuggestionId);
    }

    [Fact]
    public void Keeps_a_corrected_field_through_a_reload()
    {
        _workbench.OpenTicket(KnownTickets.PaidTwice);
        var chosen = _workbench.InSidebar(() =>
        {
            browser.Find("[data-field=category] button.value").Click();
            var other = browser.Until(
                driver => driver.FindElements(By.CssSelector("[data-field=category] [role=menuitemradio]")).FirstOrDefault(item => item.Displayed && item.Text == "Shipping"), "there is no shipping");
            other.Click();
            browser.Says("[data-field=category]", "Corrected by an agent");
            return browser.Find("[data-field=category]").GetAttribute("data-value");
        });
        Assert.Equal("shipping", chosen);

        _workbench.OpenTicket(KnownTickets.PaidTwice);
        _workbench.InSidebar(() =>
        {
            browser.Says("[data-field=category]", "Shipping");
            browser.Says("[data-field=category]", "Corrected by an agent");
        });
    }

    [Fact]
    public void Says_why_it_suggests_nothing()
    {
        _workbench.OpenTicket(KnownTickets.OffTopic);
        _workbench.InSidebar(() =>
        {
            Assert.NotEqual("", browser.Find("[data-section=reply] .quiet").Text);
            Assert.DoesNotContain("Insert into reply", browser.Find("[data-section=reply]").Text);
        });
    }

    [Fact]
    public void Says_what_failed_and_tries_again_when_asked()
    {
        browser.Driver.ExecuteCdpCommand("Network.enable", []);
        browser.Driver.ExecuteCdpCommand("Network.setBlockedURLs", new() { ["urls"] = new object[] { "*/assist" } });
        _workbench.OpenTicket(KnownTickets.ChargedTwice, ready: false);
        _workbench.InSidebar(() => browser.Says("[role=alert]", "cannot be reached"));

        browser.Driver.ExecuteCdpCommand("Network.setBlockedURLs", new() { ["urls"] = Array.Empty<object>() });
        _workbench.InSidebar(() =>
        {
            browser.Button("Try again").Click();
            browser.Find("[data-section=summary]");
            browser.IsGone("[role=alert]");
        });
        browser.Faults();   // the blocked call is one; it is not the next test's
    }

    [Fact]
    public void Gives_the_servers_own_words_when_there_is_no_such_ticket()
    {
        _workbench.Open("#/tickets/999999");
        _workbench.InSidebar(() => browser.Says("[role=alert]", "Could not read the ticket"));
        browser.Says("main", "nothing that you may see");
        browser.Faults();
    }

    [Fact]
    public void Turns_dark_with_the_page_around_it()
    {
        _workbench.OpenTicket(KnownTickets.ChargedTwice);
        const string Background = "return getComputedStyle(document.body).backgroundColor";
        var light = _workbench.InSidebar(() => browser.Script<string>(Background));
        browser.Button("Switch to dark").Click();
        var dark = _workbench.InSidebar(() => browser.Until(_ => browser.Script<string>(Background) is var now && now != light ? now : null, "it stayed light"));
        Assert.Equal("rgb(255, 255, 255)", light);
        Assert.Equal(browser.Script<string>(Background), dark);
    }

    [Fact]
    public void Fits_320_pixels_without_scrolling_sideways()
    {
        _workbench.OpenTicket(KnownTickets.ChargedTwice);
        browser.Button("Narrow").Click();
        _workbench.InSidebar(() =>
        {
            browser.Until<object>(_ => browser.Script<long>("return innerWidth") == 320 ? this : null, "the frame is not 320 pixels wide");
            browser.Button("Not useful").Click();
            browser.Find("textarea[name=correction]");
            Assert.Equal("", browser.Script<string>(TooWide));
            Assert.Equal(320, browser.Script<long>("return document.documentElement.scrollWidth"));
        });
    }

    [Fact]
    public void Opens_a_similar_ticket_in_the_page_around_it()
    {
        _workbench.OpenTicket(KnownTickets.ChargedTwice);
        _workbench.InSidebar(() => browser.Find($"[data-similar='{desk.Ids[KnownTickets.PaidTwice]}'] button").Click());
        browser.Says(".ticket h1", "Paid two times for one order");
    }

    [Fact]
    public void Reads_the_ticket_again_when_its_status_changes()
    {
        const string Readings = "return performance.getEntriesByType('resource').filter(e => e.name.endsWith('/assist')).length";
        _workbench.OpenTicket(KnownTickets.LockedOut);
        Assert.Equal(1, _workbench.InSidebar(() => browser.Script<long>(Readings)));

        browser.Find("select[name=ticket-status]").SendKeys("Pending");
        browser.Says(".ticket-head-about", "Pending");
        _workbench.InSidebar(() => browser.Until<object>(_ => browser.Script<long>(Readings) == 2 ? this : null, "it did not read again"));
    }

    [Fact]
    public void Says_by_itself_that_it_belongs_beside_a_ticket()
    {
        browser.Driver.Navigate().GoToUrl($"{desk.Address}/sidebar");
        browser.Says("body", "This panel belongs beside a ticket");
    }
}
