using System.Text.Json;
using OpenQA.Selenium;
using SupportCopilot.Teams.Cards;
using SupportCopilot.Teams.Cards.Format;
using SupportCopilot.Teams.Cards.Gallery;

namespace SupportCopilot.BrowserTests;

/// <summary>Every card is read and drawn by Microsoft's own renderer, in Chromium.</summary>
public sealed class CardsInTheRenderer(Browser browser) : IClassFixture<Browser>
{
    // Reads the card as version 1.5 and draws it, with every hidden form opened; says what the renderer objected to, and what stands there.
    private const string Draw = """
        const json = JSON.parse(arguments[0]);
        document.body.replaceChildren();
        const card = new AdaptiveCards.AdaptiveCard();
        const context = new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_5);
        card.parse(json, context);
        const objections = [];
        for (let i = 0; i < context.eventCount; i++) objections.push(context.getEventAt(i).message);
        for (const failure of card.validateProperties().validationEvents)
          objections.push(failure.message);
        document.body.append(card.render());
        const closed = [...document.querySelectorAll('button[aria-expanded=false]')];
        for (const button of closed) button.click();
        const unlabelled = [...document.querySelectorAll('input, textarea, select')].filter(box => !box.labels.length && !box.getAttribute('aria-label') && !box.getAttribute('aria-labelledby'));
        return JSON.stringify({
          objections,
          words: document.body.innerText,
          links: [...document.querySelectorAll('a[href]')].map(a => a.href),
          tables: document.querySelectorAll('[role=table], table').length,
          unlabelled: unlabelled.length,
        });
        """;

    public static TheoryData<string> Names => [.. CardGallery.All.Select(entry => entry.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Are_read_without_objection_and_drawn(string name)
    {
        var card = CardGallery.All.Single(entry => entry.Name == name).Card;
        var drawn = DrawCard(card);

        // The renderer knows no charts: that is when it takes the fallback.
        Assert.DoesNotContain(drawn.Objections, objection => !objection.Contains("Chart.", StringComparison.Ordinal));
        Assert.True(drawn.Words.Trim().Length > 20, $"“{drawn.Words}” is all that was drawn.");
        Assert.Equal(0, drawn.Unlabelled);
        Assert.All(drawn.Links, link => Assert.StartsWith("https://example.zendesk.com/agent/tickets/", link));   // those that the bot itself makes
        Assert.Empty(browser.Faults());
    }

    [Fact]
    public void Show_a_table_where_charts_are_not_known()
    {
        foreach (var (name, card) in CardGallery.All.Where(entry => entry.Card.Body.Any(element => element is CardChart)))
        {
            var drawn = DrawCard(card);
            Assert.True(drawn.Tables > 0, name);
        }

        Assert.Contains("billing", DrawCard(AnswerCard.Of(SampleAnswers.Bars)).Words);
    }

    [Fact]
    public void Make_no_link_of_what_a_customer_wrote()
    {
        const string Trap = "[click](http://evil.example) **bold** <b>html</b>";
        var cluster = SampleClusters.Proposed with { Name = Trap, Resolution = Trap, Examples = [new(1, Trap, 1)] };
        var drawn = DrawCard(ApprovalCard.Of(cluster));
        Assert.Empty(drawn.Links);
        Assert.Equal(4, drawn.Words.Split(Trap).Length);   // three times as written, letter by letter; the fourth is the form's value
    }

    private Drawn DrawCard(AdaptiveCard card)
    {
        if (!browser.Driver.Url.StartsWith("data:", StringComparison.Ordinal))
        {
            browser.Driver.Navigate().GoToUrl("data:text/html,<meta charset=utf-8><title>cards</title><body>");
            browser.Driver.ExecuteScript(File.ReadAllText(ClientFiles.PathOf("adaptivecards/dist/adaptivecards.min.js")) + "\nwindow.AdaptiveCards = AdaptiveCards;");
        }

        var json = JsonSerializer.Serialize(card, CardJson.Default.AdaptiveCard);
        return JsonSerializer.Deserialize<Drawn>((string)browser.Driver.ExecuteScript(Draw, json)!, JsonSerializerOptions.Web)!;
    }

    private sealed record Drawn(IReadOnlyList<string> Objections, string Words, IReadOnlyList<string> Links, int Tables, int Unlabelled);
}
