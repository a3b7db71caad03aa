namespace SupportCopilot.Zendesk.SignIn;

/// <summary>What came of a signed token that the sidebar was opened with.</summary>
/// <param name="Session">The token of the session that was opened; null where none was.</param>
/// <param name="FramedBy">The origins that may show the page in a frame, with a space between each two; null where the token names no account that is connected.</param>
/// <param name="Refusal">Why there is no session; null where there is one.</param>
public sealed record SidebarSignIn(string? Session, string? FramedBy, SidebarRefusal? Refusal)
{
    internal static SidebarSignIn Opened(string session, string framedBy) => new(session, framedBy, null);

    internal static SidebarSignIn Refused(SidebarRefusal refusal, string? framedBy) => new(null, framedBy, refusal);
}

/// <summary>Why the sidebar was not opened, as far as it tells an agent what to do.</summary>
public enum SidebarRefusal
{
    /// <summary>The token is not one that can be taken, or no longer: a new one comes with opening the app again.</summary>
    OpenAgain,

    /// <summary>Whoever opened it is no agent of the desk.</summary>
    NotAnAgent,

    /// <summary>The desk was asked who this is, and did not answer in time.</summary>
    DeskSilent,
}
