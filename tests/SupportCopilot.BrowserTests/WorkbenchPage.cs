using OpenQA.Selenium;

namespace SupportCopilot.BrowserTests;

/// <summary>The workbench as a person uses it: a list, a ticket, and the sidebar in its frame.</summary>
internal sealed class WorkbenchPage(Browser browser, Desk desk)
{
    /// <summary>The editor that the sidebar inserts into.</summary>
    public IWebElement Editor => browser.Find("textarea[name=reply]");

    /// <summary>Opens the workbench as a newcomer finds it: nothing remembered from before.</summary>
    public WorkbenchPage Open(string at = "")
    {
        browser.Driver.Navigate().GoToUrl($"{desk.Address}/health/live");
        browser.Driver.ExecuteScript("localStorage.clear()");
        browser.Driver.Navigate().GoToUrl($"{desk.Address}/{at}");
        browser.Find("[data-testid=tickets] a");
        return this;
    }

    /// <summary>Opens a known ticket, and waits for its sidebar unless that is to fail.</summary>
    public WorkbenchPage OpenTicket(string name, bool ready = true)
    {
        Open($"#/tickets/{desk.Ids[name]}");
        if (ready) InSidebar(() => browser.Find("[data-section=summary]"));
        return this;
    }

    /// <summary>Does something inside the sidebar's frame, and steps out of it again.</summary>
    public T InSidebar<T>(Func<T> work)
    {
        browser.Driver.SwitchTo().Frame(browser.Find("iframe"));
        try
        {
            return work();
        }
        finally
        {
            browser.Driver.SwitchTo().DefaultContent();
        }
    }

    public void InSidebar(Action work) => InSidebar(() => { work(); return 0; });
}
