using System.Text.Json.Serialization;

namespace SupportCopilot.Zendesk.Wire;

/// <summary>What goes over the wire to and from Zendesk: unknown fields are passed over, missing ones are null.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(TolerantLong), typeof(TolerantDouble), typeof(TolerantBool), typeof(TolerantText), typeof(TolerantInstant)],
    DefaultBufferSize = 128 * 1024)]
[JsonSerializable(typeof(ZendeskTicketPage))]
[JsonSerializable(typeof(ZendeskCommentPage))]
[JsonSerializable(typeof(ZendeskAuditPage))]
[JsonSerializable(typeof(ZendeskUserPage))]
[JsonSerializable(typeof(ZendeskGroupPage))]
[JsonSerializable(typeof(ZendeskOrganizationPage))]
[JsonSerializable(typeof(ZendeskBrandPage))]
[JsonSerializable(typeof(ZendeskTicketEventPage))]
[JsonSerializable(typeof(ZendeskTicketFieldPage))]
[JsonSerializable(typeof(ZendeskCountAnswer))]
[JsonSerializable(typeof(ZendeskMetricEventPage))]
[JsonSerializable(typeof(ZendeskRatingPage))]
[JsonSerializable(typeof(ZendeskSurveyResponsePage))]
[JsonSerializable(typeof(ZendeskArticlePage))]
[JsonSerializable(typeof(ZendeskUserSegmentPage))]
[JsonSerializable(typeof(ZendeskMacroPage))]
[JsonSerializable(typeof(ZendeskMembershipPage))]
[JsonSerializable(typeof(ZendeskTicketUpdateRequest))]
[JsonSerializable(typeof(ZendeskTicketsUpdateRequest))]
[JsonSerializable(typeof(ZendeskTicketUpdated))]
[JsonSerializable(typeof(ZendeskTags))]
[JsonSerializable(typeof(ZendeskJobAnswer))]
[JsonSerializable(typeof(List<ZendeskJobResult>))]
[JsonSerializable(typeof(ZendeskTokenRequest))]
[JsonSerializable(typeof(ZendeskToken))]
internal sealed partial class ZendeskJson : JsonSerializerContext;

/// <summary>How an app asks for a token.</summary>
internal sealed record ZendeskTokenRequest(string GrantType, string ClientId, string ClientSecret, string Scope);

/// <summary>What it is given.</summary>
internal sealed record ZendeskToken
{
    public string? AccessToken { get; set; }

    /// <summary>Seconds; missing where it lasts until it is revoked.</summary>
    public long? ExpiresIn { get; set; }
}
