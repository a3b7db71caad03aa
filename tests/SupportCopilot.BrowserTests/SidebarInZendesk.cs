using OpenQA.Selenium;

namespace SupportCopilot.BrowserTests;

/// <summary>The sidebar as Zendesk opens it, with Zendesk's own framework between the two pages.</summary>
public sealed class SidebarInZendesk(ZendeskAround zendesk, Browser browser) : IClassFixture<ZendeskAround>, IClassFixture<Browser>
{
    [Fact]
    public void Shows_a_ticket_that_was_never_synced_and_then_from_what_is_kept()
    {
        Open(zendesk.TicketPage(7));
        browser.Find("[data-section=summary]");
        browser.Says("main", "Fetched from the desk just now");
        browser.Find("[data-section=reply]");
        browser.Find("[data-field=sentiment]");
        Assert.Equal("zendesk", browser.Script<string>("return JSON.parse(document.getElementById('session').textContent).source"));
        Assert.Empty(browser.Script<string>("return document.cookie"));

        Open(zendesk.TicketPage(7));
        browser.Find("[data-section=summary]");
        Assert.Empty(browser.Driver.FindElements(By.CssSelector(".fetched")));
        Assert.Empty(browser.Faults());
    }

    [Fact]
    public async Task Asks_to_be_opened_again_when_its_session_has_ended()
    {
        Open(zendesk.TicketPage(8));
        browser.Find("[data-section=summary]");
        await zendesk.EndSessionsAsync();

        browser.Driver.SwitchTo().DefaultContent();
        browser.Driver.ExecuteScript("tell('ticket.saved')");
        browser.Driver.SwitchTo().Frame("app");

        browser.Says("[role=alert]", "Please open the app again");
        browser.Find("[data-section=summary]");   // what was read stays, and is not blank
        browser.Faults();   // the refused call is one; it is not the next test's
    }

    [Fact]
    public void Is_closed_to_a_customer_in_words()
    {
        Open(zendesk.TicketPage(9, ZendeskAround.Customer, locale: "en-GB"));

        browser.Says("body", "This panel is for agents");
        browser.Faults();
    }

    [Fact]
    public void Says_of_a_ticket_that_is_not_there_that_it_is_not_in_the_agents_language()
    {
        Open(zendesk.TicketPage(987_654, locale: "de"));

        browser.Says("[role=alert]", "Dieses Ticket gibt es nicht");
        browser.Faults();
    }

    [Fact]
    public void Is_framed_by_its_own_account_alone()
    {
        Open(zendesk.TicketPage(10));
        browser.Find("[data-section=summary]");

        browser.Driver.Navigate().GoToUrl(zendesk.TicketPage(10).Replace("localhost", "127.0.0.1", StringComparison.Ordinal));   // another origin, the same page
        browser.Until<object>(_ => browser.Faults().Any(fault => fault.Contains("frame-ancestors", StringComparison.Ordinal)) ? this : null, "the page was framed by another origin");
    }

    [Fact]
    public void Is_dark_where_the_account_is()
    {
        Open(zendesk.TicketPage(11, scheme: "dark"));
        browser.Find("[data-section=summary]");

        Assert.NotEqual("rgb(255, 255, 255)", browser.Script<string>("return getComputedStyle(document.body).backgroundColor"));
    }

    [Theory]
    [InlineData("email", 0)]
    [InlineData("messaging", 1)]
    public async Task Inserts_words_and_lines_and_no_markup_into_a_letter_or_a_chat(string channel, int place)
    {
        var ticket = zendesk.Unanswered(place);
        var subject = zendesk.SubjectOf(ticket);
        await zendesk.HasArticleAsync(subject, $"{subject}: this is done under Settings. Open the page, choose what you want & save it.");

        Open(zendesk.TicketPage(ticket, channel: channel));
        browser.Says("[data-section=reply] .citations", subject);
        browser.Button("Insert into reply").Click();
        browser.Says("[data-section=reply]", "Inserted into your reply. Nothing has been sent.");

        browser.Driver.SwitchTo().DefaultContent();
        var written = browser.Script<string>("return document.getElementById('reply').value");
        Assert.Contains("choose what you want & save it.", written);
        Assert.Contains("\n", written);
        Assert.DoesNotContain("<br>", written);
        Assert.DoesNotContain("&amp;", written);
        Assert.DoesNotContain("[1]", written);
        Assert.Empty(browser.Faults());
    }

    [Fact]
    public async Task Tells_how_much_of_an_inserted_reply_was_sent()
    {
        var ticket = zendesk.Unanswered(2);
        var subject = zendesk.SubjectOf(ticket);
        await zendesk.HasArticleAsync(subject, $"{subject}: this is done under Settings. Open the page, choose what you want and save it.");
        Open(zendesk.TicketPage(ticket));
        browser.Says("[data-section=reply] .citations", subject);
        browser.Button("Insert into reply").Click();
        browser.Says("[data-section=reply]", "Inserted into your reply. Nothing has been sent.");

        browser.Driver.SwitchTo().DefaultContent();
        browser.Driver.ExecuteScript("document.getElementById('reply').value += ' Write again if it does not work.'; tell('ticket.save'); setTimeout(() => tell('ticket.submit.done'), 500)");

        await browser.UntilAsync(() => zendesk.DatabaseAsync(db => db.SentReplies.Any()), "nothing was told of what was sent");
        Assert.InRange(await zendesk.DatabaseAsync(db => db.SentReplies.Single().Kept), 0.5, 0.999);
    }

    private void Open(string page)
    {
        browser.Driver.SwitchTo().DefaultContent();
        browser.Driver.Navigate().GoToUrl(page);
        browser.Driver.SwitchTo().Frame("app");
    }
}
