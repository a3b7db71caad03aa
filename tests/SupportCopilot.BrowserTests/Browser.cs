using OpenQA.Selenium;
using OpenQA.Selenium.Chrome;
using OpenQA.Selenium.Support.UI;

namespace SupportCopilot.BrowserTests;

/// <summary>Debian's Chromium with a profile of its own. A machine without it fails the tests: they are what shows that the pages work.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15), Glance = TimeSpan.FromMilliseconds(200);

    private readonly string _profile = Directory.CreateTempSubdirectory("supportcopilot-chromium-").FullName;
    private ChromeDriver? _driver;

    public ChromeDriver Driver => _driver ?? throw new InvalidOperationException("The browser has not started.");

    public ValueTask InitializeAsync()
    {
        var options = new ChromeOptions { BinaryLocation = "/usr/bin/chromium" };
        options.AddArguments(
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--hide-scrollbars", "--lang=en-GB", $"--user-data-dir={_profile}", "--window-size=1440,900");
        options.SetLoggingPreference(LogType.Browser, OpenQA.Selenium.LogLevel.Severe);
        _driver = new ChromeDriver(ChromeDriverService.CreateDefaultService("/usr/bin/chromedriver"), options);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        _driver?.Quit();
        _driver?.Dispose();
        Directory.Delete(_profile, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>Waits until something is so, and gives it.</summary>
    public T Until<T>(Func<IWebDriver, T?> found, string what)
    {
        var wait = new WebDriverWait(Driver, Patience) { Message = what, PollingInterval = TimeSpan.FromMilliseconds(100) };
        wait.IgnoreExceptionTypes(typeof(NoSuchElementException), typeof(StaleElementReferenceException));
        return wait.Until(found)!;
    }

    /// <summary>Waits until something outside the browser is so.</summary>
    public async Task UntilAsync(Func<Task<bool>> isSo, string what)
    {
        for (var waited = TimeSpan.Zero; waited < Patience; waited += Glance)
        {
            if (await isSo()) return;
            await Task.Delay(Glance, TestContext.Current.CancellationToken);
        }
        Assert.Fail(what);
    }

    /// <summary>The visible element of a selector, waited for.</summary>
    public IWebElement Find(string css) =>
        Until(driver => driver.FindElement(By.CssSelector(css)) is { Displayed: true } element ? element : null, $"there is no visible {css}");

    /// <summary>The visible button of these words or this label, waited for.</summary>
    public IWebElement Button(string words) =>
        Until(
            driver => driver.FindElements(By.CssSelector("button")).FirstOrDefault(button => button.Displayed
                && (button.Text.Trim() == words || button.GetAttribute("aria-label") == words)),
            $"there is no button “{words}”");

    /// <summary>Waits until an element says something.</summary>
    public void Says(string css, string words) =>
        Until<object>(driver => driver.FindElement(By.CssSelector(css)).Text.Contains(words, StringComparison.Ordinal) ? this : null, $"{css} does not say “{words}”");

    /// <summary>Waits until an element is gone.</summary>
    public void IsGone(string css) =>
        Until<object>(driver => driver.FindElements(By.CssSelector(css)).Count == 0 ? this : null, $"{css} is still there");

    /// <summary>What a script gives.</summary>
    public T Script<T>(string script) => (T)Driver.ExecuteScript(script)!;

    /// <summary>Faults that the page's own console has told of: broken scripts, refused by the content policy.</summary>
    public IReadOnlyList<string> Faults() =>
        [.. Driver.Manage().Logs.GetLog(LogType.Browser).Select(entry => entry.Message).Where(message => !message.Contains("favicon", StringComparison.Ordinal))];
}
