namespace ZendeskSimulator.Generated;

/// <summary>
/// Which ids mean what. What was there from the start has ids from which its place can be told; what came later has ids
/// from a counter far above them.
/// </summary>
internal static class Ids
{
    public const long Admin = 10_000;
    public const long FirstAgent = Admin + 1;
    public const long FirstCustomer = 1_000_001;
    public const long FirstOrganization = 20_001;
    public const long FirstGroup = 501;
    public const long FirstBrand = 301;

    /// <summary>Above everything that was there from the start.</summary>
    public const long FirstLater = 900_000_000_000;

    private const long FirstAudit = 1_000_000_000;
    private const int PartsOfTicket = 64;
    private const int PartsOfAudit = 8;

    /// <summary>The id of an audit, or of an event in it: part 0 is the audit itself, 1 its comment, 2 and more its changes.</summary>
    public static long Audit(long ticket, int audit, int part = 0) => FirstAudit + ticket * PartsOfTicket + audit * PartsOfAudit + part;
}
