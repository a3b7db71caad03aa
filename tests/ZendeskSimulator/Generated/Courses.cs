namespace ZendeskSimulator.Generated;

/// <summary>What happens to a ticket after its creation, and how many seconds after it.</summary>
internal readonly record struct Step(long After, Deed Deed);

internal enum Deed
{
    /// <summary>An agent takes it and gives it a priority.</summary>
    Take,

    /// <summary>An agent answers in public and waits.</summary>
    Reply,

    /// <summary>An agent notes something for colleagues.</summary>
    Note,

    /// <summary>The customer writes again.</summary>
    Return,

    /// <summary>An agent answers and solves it.</summary>
    Solve,

    /// <summary>The system closes it.</summary>
    Close,
}

/// <summary>Sixteen courses; a ticket follows the one its number says, so that all events of all tickets can be told in the order of time.</summary>
internal static class Courses
{
    /// <summary>How many there are.</summary>
    public const int Count = 16;

    private const long M = 60, H = 3600;

    private static readonly Step[][] All =
    [
        [],
        [new(12 * M, Deed.Take)],
        [new(25 * M, Deed.Reply)],
        [new(8 * M, Deed.Take), new(50 * M, Deed.Solve)],
        [new(95 * M, Deed.Reply), new(5 * H, Deed.Return)],
        [new(4 * M, Deed.Solve), new(40 * H, Deed.Close)],
        [new(2 * H, Deed.Take), new(3 * H, Deed.Note), new(7 * H, Deed.Reply)],
        [new(35 * M, Deed.Reply), new(90 * M, Deed.Return), new(4 * H, Deed.Solve)],
        [new(6 * H, Deed.Solve), new(20 * H, Deed.Return), new(26 * H, Deed.Solve)],
        [new(15 * M, Deed.Note)],
        [new(70 * M, Deed.Take), new(80 * M, Deed.Reply), new(9 * H, Deed.Return), new(11 * H, Deed.Solve), new(45 * H, Deed.Close)],
        [new(3 * M, Deed.Return)],
        [new(40 * M, Deed.Solve), new(42 * H, Deed.Close)],
        [new(10 * H, Deed.Reply)],
        [new(18 * M, Deed.Take), new(30 * M, Deed.Note), new(2 * H, Deed.Reply), new(14 * H, Deed.Solve)],
        [new(22 * H, Deed.Solve)],
    ];

    public static int Of(long ticket) => (int)(ticket % Count);

    public static Step[] Steps(int course) => All[course];
}
