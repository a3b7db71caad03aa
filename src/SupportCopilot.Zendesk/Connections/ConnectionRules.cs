using System.Security.Cryptography;
using System.Text.RegularExpressions;
using SupportCopilot.Tickets.Desks;

namespace SupportCopilot.Zendesk.Connections;

/// <summary>Reads a connection from what was set, in settings or by an admin, and says in words what is wrong with it.</summary>
internal static partial class ConnectionRules
{
    /// <summary>The secret that Zendesk's own documentation gives to everybody for trying webhooks out; base64 of «this_secret_is_for_testing_only».</summary>
    public const string PublicTestSecret = "dGhpc19zZWNyZXRfaXNfZm9yX3Rlc3Rpbmdfb25seQ==";

    private const int MostSecrets = 2;   // the one in use and the one that replaces it

    /// <summary>The account, or what is wrong, each with the name of the setting.</summary>
    public static (ZendeskDesk? Desk, IReadOnlyList<string> Wrong) Read(ZendeskOptions set, bool isDevelopment)
    {
        var wrong = new List<string>();
        var address = Address(set, wrong);
        var login = Login(set, wrong);
        var mode = Mode(set.WriteBack, wrong);
        var app = App(set, wrong);
        var secrets = set.WebhookSecrets.Where(secret => !string.IsNullOrWhiteSpace(secret)).ToArray();
        if (secrets.Length > MostSecrets) wrong.Add($"WebhookSecrets takes at most {MostSecrets}: the one in use and the one that replaces it.");
        if (!isDevelopment && secrets.Contains(PublicTestSecret)) wrong.Add("WebhookSecrets holds the secret that Zendesk's documentation gives to everybody; use your own webhook's.");
        return wrong.Count > 0 ? (null, wrong) : (new(address!, login!) { Subdomain = set.Subdomain?.Trim(), WebhookSecrets = secrets, WriteBack = mode, App = app }, []);
    }

    private static Uri? Address(ZendeskOptions set, List<string> wrong)
    {
        if (!string.IsNullOrWhiteSpace(set.Subdomain) && !Subdomains().IsMatch(set.Subdomain))
        {
            wrong.Add("Subdomain is the account's name alone, such as \"acme\" of acme.zendesk.com: a–z, 0–9 and hyphen.");
            return null;
        }

        var text = string.IsNullOrWhiteSpace(set.BaseUrl) ? $"https://{set.Subdomain}.zendesk.com" : set.BaseUrl.Trim();
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.UserInfo.Length == 0 && address.Query.Length == 0 && address.Fragment.Length == 0 && address.AbsolutePath == "/"
            && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))) return address;
        wrong.Add("BaseUrl is an address like https://acme.zendesk.com, without a path; http is taken for this machine alone, because a token goes there.");
        return null;
    }

    private static ZendeskLogin? Login(ZendeskOptions set, List<string> wrong)
    {
        var (id, secret) = (!string.IsNullOrWhiteSpace(set.ClientId), !string.IsNullOrWhiteSpace(set.ClientSecret));
        if (id && secret) return new OAuthLogin(set.ClientId!.Trim(), set.ClientSecret!.Trim());
        var (email, token) = (!string.IsNullOrWhiteSpace(set.Email), !string.IsNullOrWhiteSpace(set.ApiToken));
        if (!id && !secret && email && token) return new ApiTokenLogin(set.Email!.Trim(), set.ApiToken!.Trim());
        wrong.Add(id || secret ? "ClientId and ClientSecret (OAuth) belong together; one of them is missing."
            : email || token ? "Email and ApiToken (legacy) belong together; one of them is missing."
            : "ClientId and ClientSecret of an OAuth client are needed (or, until 30 April 2027, Email and ApiToken).");
        return null;
    }

    private static WriteBackMode Mode(string? said, List<string> wrong)
    {
        if (string.IsNullOrWhiteSpace(said)) return WriteBackMode.Off;
        foreach (var mode in Enum.GetValues<WriteBackMode>())
            if (mode.ToString().Equals(said.Trim(), StringComparison.OrdinalIgnoreCase)) return mode;
        wrong.Add("WriteBack is Off, Tags or Full.");
        return WriteBackMode.Off;
    }

    private static ZendeskApp? App(ZendeskOptions set, List<string> wrong)
    {
        if (string.IsNullOrWhiteSpace(set.InstallationId) && string.IsNullOrWhiteSpace(set.AppPublicKey)) return null;
        if (string.IsNullOrWhiteSpace(set.InstallationId) || string.IsNullOrWhiteSpace(set.AppPublicKey))
            wrong.Add("InstallationId and AppPublicKey belong together; one of them is missing, so no sidebar could be signed in.");
        else if (PublicKey(set.AppPublicKey) is not { } key)
            wrong.Add("AppPublicKey is no RSA public key in PEM.");
        else
            return new(set.AppId?.Trim(), set.InstallationId.Trim(), key);
        return null;
    }

    /// <summary>A key whose lines were lost on the way through an environment variable is put in order again.</summary>
    private static string? PublicKey(string said)
    {
        var text = said.Trim().Replace("\\n", "\n", StringComparison.Ordinal);
        try
        {
            using var rsa = RSA.Create();
            if (text.Contains("-----", StringComparison.Ordinal)) rsa.ImportFromPem(text);
            else rsa.ImportSubjectPublicKeyInfo(Convert.FromBase64String(text), out _);
            return rsa.ExportSubjectPublicKeyInfoPem();
        }
        catch (Exception thrown) when (thrown is ArgumentException or CryptographicException or FormatException)
        {
            return null;
        }
    }

    [GeneratedRegex("^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Subdomains();
}
