using System.Globalization;

namespace SupportCopilot.BrowserTests;

/// <summary>The sidebar in each language and scheme, for agents who see, hear or type in other ways, at the width that Zendesk gives it.</summary>
public sealed class SidebarForEveryone(ZendeskAround zendesk, Browser browser) : IClassFixture<ZendeskAround>, IClassFixture<Browser>
{
    private const int MostScriptBytes = 200 * 1024;

    // Rules about whole pages (landmarks, one heading of the first level) are Zendesk's: this is a panel in its page.
    private const string Serious = """
        const done = arguments[arguments.length - 1];
        axe.run(document, { resultTypes: ['violations'] }).then(found => done(found.violations
            .filter(rule => rule.impact === 'serious' || rule.impact === 'critical')
            .map(rule => `${rule.id}: ${rule.nodes.map(node => node.html).join(' | ')}`).join('\n')), reason => done('axe: ' + reason));
        """;

    private const string OutOfSight = """
        return [...document.querySelectorAll('body *')].filter(e => e.getClientRects().length > 0)
            .filter(e => { const box = e.getBoundingClientRect(); return box.width > 1 && (box.right > innerWidth + 1 || box.left < -1); })
            .map(e => `${e.tagName}.${e.className}: ${e.getBoundingClientRect().left}–${e.getBoundingClientRect().right}`).join('\n')
        """;

    // Without what it quotes, which stays in the customer's language.
    private const string SaidByTheProduct = """
        return [...document.querySelectorAll('.next-step dd, .quiet, [data-section=history] .small, [data-section=outlook] li')]
            .map(e => e.textContent.replace(/[«「].*?[»」]/g, '')).join(' ')
        """;

    [Theory]
    [InlineData("en-GB", "light", "Summary")]
    [InlineData("en-GB", "dark", "Summary")]
    [InlineData("de", "light", "Zusammenfassung")]
    [InlineData("fr", "dark", "Résumé")]
    [InlineData("es", "light", "Resumen")]
    [InlineData("ja", "light", "要約")]
    [InlineData("ar", "dark", "الملخص")]
    public void Speaks_the_agents_language_and_keeps_nothing_from_anybody(string locale, string scheme, string summary)
    {
        Open(12, locale, scheme);

        browser.Says("[data-section=summary]", summary);
        browser.Find("[data-field=sentiment]");
        browser.Find("[data-testid=feedback] button[aria-expanded]").Click();
        browser.Find("textarea[name=correction]");
        browser.Driver.ExecuteScript("document.querySelectorAll('details').forEach(part => part.open = true)");
        Assert.Equal("", SeriousFaults());
        Assert.Equal("", browser.Script<string>(OutOfSight));
        if (!locale.StartsWith("en", StringComparison.Ordinal))
            Assert.DoesNotMatch(@"\b(?:the|customer|answer|wait)\b", browser.Script<string>(SaidByTheProduct));
        Assert.Empty(browser.Faults());
    }

    [Theory]
    [InlineData("en-GB", "The server cannot be reached", "Try again")]
    [InlineData("de", "Der Server ist nicht erreichbar", "Erneut versuchen")]
    [InlineData("fr", "Le serveur est injoignable", "Réessayer")]
    [InlineData("es", "No se puede llegar al servidor", "Intentar de nuevo")]
    [InlineData("ja", "サーバーに接続できません", "再試行")]
    [InlineData("ar", "لا يمكن الوصول إلى الخادم", "حاول مرة أخرى")]
    public void Says_what_failed_in_the_agents_language_and_tries_again(string locale, string why, string again)
    {
        Open(16, locale, "light");
        browser.Find("[data-section=summary]");
        browser.Driver.ExecuteScript("window.fetched = window.fetch; window.fetch = () => Promise.reject(new TypeError('down'))");
        browser.Driver.SwitchTo().DefaultContent();
        browser.Driver.ExecuteScript("tell('ticket.saved')");
        browser.Driver.SwitchTo().Frame("app");
        browser.Says("[role=alert]", why);
        Assert.Equal("", SeriousFaults());
        Assert.Equal("", browser.Script<string>(OutOfSight));

        browser.Driver.ExecuteScript("window.fetch = window.fetched");
        browser.Button(again).Click();
        browser.IsGone("[role=alert]");
        Assert.Empty(browser.Faults());
    }

    [Fact]
    public void Reads_from_the_right_in_arabic_and_leaves_foreign_words_their_own_direction()
    {
        Open(13, "ar", "light");
        browser.Find("[data-section=summary]");

        Assert.Equal("rtl", browser.Script<string>("return getComputedStyle(document.body).direction"));
        var (title, arrow) = (Edge("[data-section=triage] h2", "right"), Edge("[data-field=sentiment] [data-level]", "left"));
        Assert.True(title > arrow, $"the title ends at {title}, the level begins at {arrow}");
        Assert.Equal("ltr", browser.Script<string>("return getComputedStyle(document.querySelector('[data-section=summary] dd p')).direction"));   // the customer wrote English
    }

    [Fact]
    public void Is_worked_by_the_keyboard_alone()
    {
        Open(14, "en-GB", "light");
        browser.Find("[data-section=summary]");

        var reached = browser.Script<long>("return [...document.querySelectorAll('button, a[href], [tabindex]')].filter(e => e.getClientRects().length > 0 && e.tabIndex < 0 && !e.closest('[role=menu], [role=menuitemradio], [role=radiogroup]')).length");
        Assert.Equal(0, reached);
        browser.Driver.ExecuteScript("document.querySelector('[data-field=category] button').focus()");
        new OpenQA.Selenium.Interactions.Actions(browser.Driver).SendKeys(OpenQA.Selenium.Keys.Enter).Perform();
        browser.Find("[role=menuitemradio]");
        new OpenQA.Selenium.Interactions.Actions(browser.Driver).SendKeys(OpenQA.Selenium.Keys.Escape).Perform();
        browser.Until<object>(_ => browser.Script<bool>("return document.activeElement.closest('[data-field=category]') !== null") ? this : null, "the focus did not come back to the field");
    }

    [Fact]
    public void Loads_less_script_than_its_budget()
    {
        Open(15, "en-GB", "light");
        browser.Find("[data-section=summary]");

        var scripts = browser.Script<string>("return performance.getEntriesByType('resource').filter(e => e.name.endsWith('.js')).map(e => e.encodedBodySize + ' ' + e.decodedBodySize).join(';')")
            .Split(';').Select(sizes => sizes.Split(' ').Select(size => long.Parse(size, CultureInfo.InvariantCulture)).ToArray()).ToList();
        Assert.NotEmpty(scripts);
        Assert.All(scripts.Where(sizes => sizes[1] > 1_000), sizes => Assert.True(sizes[0] < sizes[1] / 2, $"{sizes[1]} bytes of script came as {sizes[0]}"));
        Assert.True(scripts.Sum(sizes => sizes[0]) <= MostScriptBytes, $"{scripts.Sum(sizes => sizes[0])} bytes of script came");
    }

    private string SeriousFaults()
    {
        browser.Driver.ExecuteScript(File.ReadAllText(ClientFiles.PathOf("axe-core/axe.min.js")) + "\nwindow.axe = axe;");
        return (string)browser.Driver.ExecuteAsyncScript(Serious)!;
    }

    private double Edge(string css, string side) =>
        Convert.ToDouble(browser.Driver.ExecuteScript($"return document.querySelector('{css}').getBoundingClientRect().{side}"), CultureInfo.InvariantCulture);

    private void Open(long ticket, string locale, string scheme)
    {
        browser.Driver.SwitchTo().DefaultContent();
        browser.Driver.Navigate().GoToUrl(zendesk.TicketPage(ticket, scheme: scheme, locale: locale));
        browser.Driver.SwitchTo().Frame("app");
    }
}
