using System.Text.Json;
using System.Text.Json.Serialization;
using SupportCopilot.Access;
using SupportCopilot.Teams.Protocol;

namespace SupportCopilot.Teams.Arriving;

/// <summary>An activity whose sender is established.</summary>
/// <param name="Activity">What came.</param>
/// <param name="TenantId">Whose it is: our own number of the tenant.</param>
/// <param name="Source">Where its person is known: <c>entra</c>, or <c>dev</c> for one without a token.</param>
/// <param name="Grants">Development only: the roles it is sent with; null takes those of the database.</param>
internal sealed record Arrival(Activity Activity, int TenantId, string Source, Role? Grants)
{
    /// <summary>The source of people of Entra.</summary>
    public const string Entra = "entra";

    /// <summary>The source of people who signed in by nothing but their word.</summary>
    public const string Development = "dev";

    /// <summary>What the source calls the person; null where it names nobody, and nobody can be taken for them then.</summary>
    [JsonIgnore]
    public string? PersonId => Source == Entra
        ? Guid.TryParse(Activity.From?.AadObjectId, out var id) ? id.ToString("D") : null
        : Activity.From?.AadObjectId ?? Activity.From?.Id;

    /// <summary>As it is kept until it is answered.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, ArrivalJson.Default.Arrival);

    /// <summary>What was kept.</summary>
    public static Arrival OfJson(string kept) => JsonSerializer.Deserialize(kept, ArrivalJson.Default.Arrival)!;
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Arrival))]
internal sealed partial class ArrivalJson : JsonSerializerContext;
