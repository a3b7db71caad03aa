using OpenQA.Selenium;

namespace SupportCopilot.BrowserTests;

/// <summary>The workbench's chat with the bot as a person uses it.</summary>
internal sealed class BotPage(Browser browser, Desk desk)
{
    /// <summary>Opens the chat as a newcomer finds it, and waits for the bot's greeting.</summary>
    public BotPage Open()
    {
        browser.Driver.Navigate().GoToUrl($"{desk.Address}/health/live");
        browser.Driver.ExecuteScript("localStorage.clear(); sessionStorage.clear()");
        browser.Driver.Navigate().GoToUrl($"{desk.Address}/#/bot");
        return Hears("Hello, I am SupportCopilot");
    }

    /// <summary>Plays a person: Manager, Product owner or Agent.</summary>
    public BotPage Plays(string title)
    {
        browser.Button(title).Click();
        return Hears("Hello, I am SupportCopilot");
    }

    public BotPage Says(string words)
    {
        browser.Find("textarea[name=message]").SendKeys(words + Keys.Enter);
        return this;
    }

    /// <summary>Waits until the bot has said something, on a card or beside one.</summary>
    public BotPage Hears(string words)
    {
        browser.Until<object>(
            driver => driver.FindElements(By.CssSelector("[data-by=bot]")).Any(said => said.Text.Contains(words, StringComparison.Ordinal)) ? this : null,
            $"the bot did not say “{words}”");
        return this;
    }

    /// <summary>The card that says something, the newest of them.</summary>
    public IWebElement Card(string words) => browser.Until(
        driver => driver.FindElements(By.CssSelector("[data-by=bot] .card")).LastOrDefault(card => card.Text.Contains(words, StringComparison.Ordinal)),
        $"there is no card that says “{words}”");

    /// <summary>Presses a button of the card that says something.</summary>
    public BotPage Presses(string button, string onCard)
    {
        browser.Until(
            _ => Card(onCard).FindElements(By.CssSelector("button")).LastOrDefault(found => found.Displayed && found.Text.Trim() == button),
            $"the card “{onCard}” has no button “{button}”").Click();
        return this;
    }

    /// <summary>Writes into the one box that is open on the card.</summary>
    public BotPage Writes(string words, string onCard)
    {
        var box = browser.Until(_ => Card(onCard).FindElements(By.CssSelector("textarea")).FirstOrDefault(found => found.Displayed), "no box is open on the card");
        box.Clear();
        box.SendKeys(words);
        return this;
    }
}
