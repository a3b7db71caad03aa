using OpenQA.Selenium;
using SupportCopilot.Teams.Cards.Gallery;

namespace SupportCopilot.BrowserTests;

public sealed class CardsInTheGallery(Desk desk, Browser browser) : IClassFixture<Browser>
{
    [Fact]
    public void Stand_in_light_dark_and_narrow_with_charts_or_their_tables()
    {
        browser.Driver.Navigate().GoToUrl($"{desk.Address}/#/cards");
        browser.Until<object>(driver => driver.FindElements(By.CssSelector("[data-card]")).Count == CardGallery.All.Count ? this : null, "not every card is there");
        Assert.Equal(3 * CardGallery.All.Count, browser.Driver.FindElements(By.CssSelector("[data-card] .ac-adaptiveCard:not(.card .ac-adaptiveCard .ac-adaptiveCard)")).Count);
        Assert.Empty(browser.Driver.FindElements(By.CssSelector("[data-card] [role=alert]")));
        string[] backgrounds = [.. browser.Driver.FindElements(By.CssSelector("[data-card=Welcome] .card")).Select(card => card.GetCssValue("background-color"))];
        Assert.Equal(2, backgrounds.Distinct().Count());
        Assert.Equal("", browser.Script<string>("return [...document.querySelectorAll('.gallery-cell')].filter(cell => cell.scrollWidth > cell.clientWidth).map(cell => cell.parentElement.dataset.card).join()"));

        const string Bars = "[data-card='Answer: bars']";
        Assert.Equal(3, browser.Driver.FindElements(By.CssSelector($"{Bars} figure.chart")).Count);
        browser.Button("As their fallback").Click();
        browser.IsGone($"{Bars} figure.chart");
        Assert.Equal(3, browser.Driver.FindElements(By.CssSelector($"{Bars} [role=table], {Bars} table")).Count);
        Assert.Empty(browser.Faults());
    }
}
