using System.Globalization;
using System.Text.Json;
using ZendeskSimulator.Http;
using ZendeskSimulator.People;
using ZendeskSimulator.Tickets;

namespace ZendeskSimulator.Accounts;

/// <summary>A request that has reached what answers it.</summary>
/// <param name="Account">The account that is asked.</param>
/// <param name="Request">The request.</param>
/// <param name="User">Who asks; null where no credentials are needed.</param>
/// <param name="Values">The variable parts of the path.</param>
internal sealed record Call(Account Account, SimulatedRequest Request, User? User, IReadOnlyDictionary<string, string> Values)
{
    public User Actor => User ?? throw new Refused(SimulatedAnswer.Error(401, "Couldn't authenticate you", "Couldn't authenticate you"));

    public string Root => Request.Root;

    public long Id(string name = "id") => long.TryParse(Values[name], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : throw new Refused(SimulatedAnswer.NotFound());

    /// <summary>The ticket that the path names; deleted ones are not found.</summary>
    public Ticket Ticket(string name = "id") => Account.Tickets.Find(Id(name)) is { IsDeleted: false } ticket ? ticket : throw new Refused(SimulatedAnswer.NotFound());

    /// <summary>The ids that the query lists, at most a hundred.</summary>
    public IReadOnlyList<long> Ids()
    {
        var ids = (Request.Query("ids") ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(text => long.TryParse(text, CultureInfo.InvariantCulture, out var id) ? id : throw new Refused(SimulatedAnswer.Error(400, "InvalidValue", $"ids holds {text}")))
            .ToList();
        return ids.Count <= 100 ? ids : throw new Refused(SimulatedAnswer.Error(400, "TooManyValues", "At most 100 ids are allowed"));
    }

    /// <summary>The member of the JSON body that holds what is to be done.</summary>
    public JsonElement Body(string member) => Body().TryGetProperty(member, out var value) ? value : throw new Refused(SimulatedAnswer.Error(400, "ParameterMissing", $"Parameter {member} is required"));

    public JsonElement Body()
    {
        try
        {
            var body = JsonDocument.Parse(Request.Body).RootElement;
            return body.ValueKind is JsonValueKind.Object ? body : throw new Refused(SimulatedAnswer.Error(400, "InvalidJson", "The body must be an object"));
        }
        catch (JsonException)
        {
            throw new Refused(SimulatedAnswer.Error(422, "Unprocessable Entity", "Server could not parse JSON"));
        }
    }
}
