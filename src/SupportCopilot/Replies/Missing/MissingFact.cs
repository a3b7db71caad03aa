namespace SupportCopilot.Replies.Missing;

/// <summary>Something that an answer needs and the ticket does not hold.</summary>
/// <param name="What">orderNumber, invoiceNumber, device, version, errorText, screenshot, accountMail or steps.</param>
/// <param name="Because">agents: they asked for it on alike tickets; article: the one that answers says so; category: what is usual for tickets of this kind, while there are too few alike ones to learn from.</param>
/// <param name="Times">On how many alike tickets agents asked for it.</param>
/// <param name="Of">How many alike tickets there are to learn from.</param>
public sealed record MissingFact(string What, string Because, int Times, int Of)
{
    internal const string OrderNumber = "orderNumber";
    internal const string InvoiceNumber = "invoiceNumber";
    internal const string Device = "device";
    internal const string Version = "version";
    internal const string ErrorText = "errorText";
    internal const string Screenshot = "screenshot";
    internal const string AccountMail = "accountMail";
    internal const string Steps = "steps";
}

/// <summary>What agents asked the customers of alike tickets for.</summary>
/// <param name="Times">On how many tickets, by what was asked for.</param>
/// <param name="Of">How many done tickets with a word of an agent there are.</param>
internal sealed record AskedBefore(IReadOnlyDictionary<string, int> Times, int Of)
{
    public static AskedBefore Nothing { get; } = new(new Dictionary<string, int>(), 0);

    public static AskedBefore On(IReadOnlyList<SimilarTicket> similar)
    {
        var asked = similar.Select(ticket => ticket.Asked).OfType<IReadOnlyCollection<string>>().ToList();
        return new(asked.SelectMany(kinds => kinds).CountBy(kind => kind).ToDictionary(kind => kind.Key, kind => kind.Value), asked.Count);
    }
}
