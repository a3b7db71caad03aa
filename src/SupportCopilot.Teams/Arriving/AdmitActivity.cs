using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SupportCopilot.Access;
using SupportCopilot.Teams.Protocol;
using SupportCopilot.Teams.Sending;

namespace SupportCopilot.Teams.Arriving;

/// <summary>Establishes whose activity it is, or why it is not taken.</summary>
internal sealed class AdmitActivity(
    BotTokens tokens, ServiceAddresses addresses, IOptions<TeamsOptions> options, IServiceScopeFactory scopes, ITokenlessTurns? tokenless = null)
{
    private const string Bearer = "Bearer ";

    /// <summary>A look at the request alone, before its body is read.</summary>
    /// <returns>Why it is refused; null when its body may be read.</returns>
    public string? RefusalOf(HttpContext request)
    {
        if (!options.Value.Enabled) return "The bot is switched off here.";
        if (TokenOf(request) is not null) return options.Value.IsConnected ? null : "No bot is connected here: SupportCopilot:Teams:AppId is not set.";
        if (options.Value.IsConnected) return "The message carries no token.";
        return tokenless is null ? "Messages without a token are not taken here." : tokenless.RefusalOf(request);
    }

    /// <summary>Establishes whose activity it is, once <see cref="RefusalOf"/> had nothing against its request.</summary>
    public async Task<Admission> RunAsync(HttpContext request, Activity activity, CancellationToken ct)
    {
        if (activity.Conversation?.Id is not { Length: > 0 and <= 300 } || activity.Type is not { Length: > 0 } || !IsShort(activity))
            return Admission.Malformed("An activity has a type and a conversation with an id.");
        if (TokenOf(request) is not { } token) return await WithoutTokenAsync(activity, ct);

        if (await tokens.RefusalOfAsync(token, activity, ct) is { } refusal) return Admission.Refused(refusal);
        if (!addresses.Allows(activity.ServiceUrl)) return Admission.Refused("The service address is none that the bot may answer to.");
        await using var scope = scopes.CreateAsyncScope();
        var tenant = await scope.ServiceProvider.GetRequiredService<EntraTenants>().FindAsync(EntraTenantOf(activity), ct);
        return tenant is null
            ? Admission.Refused("The activity is of an Entra tenant that is not connected here.")
            : Admission.Of(new Arrival(activity, tenant.Id, Arrival.Entra, Grants: null));
    }

    private async Task<Admission> WithoutTokenAsync(Activity activity, CancellationToken ct)
    {
        if (!addresses.Allows(activity.ServiceUrl)) return Admission.Refused("Without a token the bot answers to this machine only: the serviceUrl is a loopback address.");
        var part = activity.ChannelData?.SupportCopilot;
        var key = part?.Tenant is { } asked && Tenants.IsKey(asked) ? asked : await tokenless!.TenantAsync(ct);
        await using var scope = scopes.CreateAsyncScope();
        var tenant = await scope.ServiceProvider.GetRequiredService<Tenants>().FindOrFoundAsync(key, ct);
        return Admission.Of(new Arrival(activity, tenant.Id, Arrival.Development, PlayedRoles.Of(part?.Roles)));
    }

    /// <summary>The tenant that the conversation belongs to. A shared channel's guests come from other tenants: what is asked there is this tenant's all the same.</summary>
    private static string? EntraTenantOf(Activity activity) => activity.ChannelData?.Tenant?.Id ?? activity.Conversation?.TenantId;

    /// <summary>What becomes part of an address or of a row has a length to be stored.</summary>
    private static bool IsShort(Activity activity) =>
        activity.Id?.Length is null or <= 400 && activity.ReplyToId?.Length is null or <= 400 && activity.ServiceUrl?.Length is null or <= 500
        && activity.Recipient?.Id?.Length is null or <= 200 && activity.From?.Id?.Length is null or <= 100 && activity.From?.AadObjectId?.Length is null or <= 100;

    private static string? TokenOf(HttpContext request) =>
        request.Request.Headers.Authorization.ToString() is var header && header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..].Trim() : null;
}

/// <summary>Whether an activity is taken.</summary>
/// <param name="Arrival">The activity with its tenant; null where it is not taken.</param>
/// <param name="Status">The HTTP status of the refusal.</param>
/// <param name="Why">In words.</param>
internal sealed record Admission(Arrival? Arrival, int Status, string? Why)
{
    public static Admission Of(Arrival arrival) => new(arrival, StatusCodes.Status200OK, null);

    public static Admission Refused(string why) => new(null, StatusCodes.Status401Unauthorized, why);

    public static Admission Malformed(string why) => new(null, StatusCodes.Status400BadRequest, why);
}
