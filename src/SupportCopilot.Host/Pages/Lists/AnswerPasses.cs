using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using SupportCopilot.Access;
using SupportCopilot.Questions.Exports;

namespace SupportCopilot.Host.Pages.Lists;

/// <summary>
/// Passes to one answer's tickets and files, for one person and a quarter of an hour. A pass says who asks and for what, sealed;
/// what they may see is looked up when it is opened.
/// </summary>
internal sealed class AnswerPasses(IDataProtectionProvider protection, CurrentCaller caller, IConfiguration settings, IServer server, IHostEnvironment environment) : IAnswerPasses
{
    private const string Purpose = "SupportCopilot.AnswerPass.v1";   // a pass of another shape is none
    private static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(15);

    private readonly ITimeLimitedDataProtector _seal = protection.CreateProtector(Purpose).ToTimeLimitedDataProtector();

    /// <inheritdoc/>
    public Uri? PageOf(string questionId)
    {
        if (Address is not { } address || caller.Value is not { PersonId: > 0 } person) return null;
        var pass = _seal.Protect(string.Create(CultureInfo.InvariantCulture, $"{person.TenantId}/{person.PersonId}/{questionId}"), GoodFor);
        return new Uri(new Uri(address.TrimEnd('/') + "/"), $"lists/{pass}");
    }

    /// <summary>Opens a pass; null for what is none, or no longer.</summary>
    public (int TenantId, long PersonId, string QuestionId)? Open(string pass)
    {
        try
        {
            return _seal.Unprotect(pass).Split('/') is [var tenant, var person, var question]
                ? (int.Parse(tenant, CultureInfo.InvariantCulture), long.Parse(person, CultureInfo.InvariantCulture), question)
                : null;
        }
        catch (CryptographicException)   // forged, cut short, or too old
        {
            return null;
        }
    }

    /// <summary>Where people reach this server; on one's own machine, where it listens.</summary>
    private string? Address => settings.GetSection(Settings.Section)["PublicUrl"] is { Length: > 0 } set ? set
        : environment.IsDevelopment() ? server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() : null;
}
