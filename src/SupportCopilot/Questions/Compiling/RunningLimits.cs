namespace SupportCopilot.Questions.Compiling;

/// <summary>How much one question may cost.</summary>
internal static class RunningLimits
{
    /// <summary>Groups in an answer: more nobody reads, and the list behind them must name each one.</summary>
    public const int MostGroups = 500;

    /// <summary>Groups that are read to find those: enough to see ties, bounds and changes among many requesters.</summary>
    public const int MostRead = 20_000;

    /// <summary>Seconds after which a question is given up.</summary>
    public const int Seconds = 15;
}
