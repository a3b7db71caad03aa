namespace SupportCopilot.Tests.Kills.Desk.Harness;

/// <summary>When a server is killed.</summary>
public enum KillMoment
{
    /// <summary>At any moment of its life.</summary>
    AnyTime,

    /// <summary>A write has reached the desk and is applied, and nothing was answered.</summary>
    WriteApplied,

    /// <summary>A page has been answered, before or while it is committed.</summary>
    PageArrived,

    /// <summary>A webhook has just been answered with success.</summary>
    WebhookAnswered,

    /// <summary>A write is on its way: it never arrives, or only after the next process has begun to look for it.</summary>
    WriteOnItsWay,

    /// <summary>The desk is in the middle of a job of many tickets.</summary>
    JobUnderWay,

    /// <summary>While it starts, with what its predecessor left behind.</summary>
    Starting,
}
