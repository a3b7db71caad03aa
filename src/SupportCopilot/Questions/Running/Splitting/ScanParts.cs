namespace SupportCopilot.Questions.Running.Splitting;

/// <summary>How a long scan is split, where rows are added up by the program.</summary>
/// <param name="Threads">How many parts are read at the same time; 1 for no splitting.</param>
/// <param name="LeastRows">About how many rows a scan must have to be split: below it, opening connections costs more than it saves.</param>
public sealed record ScanParts(int Threads, long LeastRows)
{
    private const int MostThreads = 4;      // beyond it a question would keep all others waiting
    private const int PartsToTell = 50;
    private const int LeastToTell = 1_000;
    private const int PartsPerThread = 3;   // tickets are not spread evenly over time: who is done early takes another part

    /// <summary>As many threads as there are processors, four at most.</summary>
    public static ScanParts ByProcessors { get; } = new(Math.Min(Environment.ProcessorCount, MostThreads), 50_000);

    /// <summary>How many parts a scan is cut into.</summary>
    internal int Count { get; private init; } = Threads * PartsPerThread;

    /// <summary>Whether a scan is cut that one thread reads as well.</summary>
    internal bool CutsForOne { get; private init; }

    /// <summary>The same in so many parts that somebody who looks on sees it move.</summary>
    internal ScanParts ToTell => this with { LeastRows = Math.Min(LeastRows, LeastToTell), Count = PartsToTell, CutsForOne = true };
}
