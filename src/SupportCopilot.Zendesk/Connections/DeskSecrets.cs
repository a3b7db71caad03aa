using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.DataProtection;

namespace SupportCopilot.Zendesk.Connections;

/// <summary>Closes and opens the secrets of stored connections. A row that is copied to another tenant, or to another kind of desk, does not open there.</summary>
internal sealed class DeskSecrets(IDataProtectionProvider protection)
{
    private const string Purpose = "SupportCopilot.DeskConnection";

    /// <summary>Closes them.</summary>
    public string Close(int tenantId, string source, StoredSecrets secrets) => Of(tenantId, source).Protect(JsonSerializer.Serialize(secrets, StoredSecretsJson.Default.StoredSecrets));

    /// <summary>Opens them; null where they cannot be opened, as after the loss of the key ring.</summary>
    public StoredSecrets? Open(int tenantId, string source, string closed)
    {
        try
        {
            return JsonSerializer.Deserialize(Of(tenantId, source).Unprotect(closed), StoredSecretsJson.Default.StoredSecrets);
        }
        catch (Exception thrown) when (thrown is CryptographicException or JsonException)
        {
            return null;
        }
    }

    private IDataProtector Of(int tenantId, string source) =>
        protection.CreateProtector(Purpose, tenantId.ToString(System.Globalization.CultureInfo.InvariantCulture), source);
}

/// <summary>What is secret of a connection.</summary>
internal sealed record StoredSecrets
{
    public string? ClientId { get; init; }

    public string? ClientSecret { get; init; }

    public string? Email { get; init; }

    public string? ApiToken { get; init; }

    public IReadOnlyList<string> WebhookSecrets { get; init; } = [];

    /// <summary>A secret is in no text that somebody could log.</summary>
    public override string ToString() => nameof(StoredSecrets);
}

[JsonSerializable(typeof(StoredSecrets))]
internal sealed partial class StoredSecretsJson : JsonSerializerContext;
