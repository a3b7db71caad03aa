using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SupportCopilot.Access;
using SupportCopilot.Tickets.Desks;
using SupportCopilot.Zendesk.Connections;

namespace SupportCopilot.Tests.Zendesk.Connections;

/// <summary>The desk that the settings describe.</summary>
public sealed class SettingsOfDesks
{
    private const string Z = "SupportCopilot:Zendesk:";

    [Fact]
    public async Task Connect_the_tenant_default_and_write_nothing_unless_told_to()
    {
        await using var product = Product.With(DeskSettings.Acme);
        var desk = await OfAsync(product);

        Assert.Equal((new Uri("https://acme.zendesk.com"), new OAuthLogin("client", "secret"), WriteBackMode.Off), (desk!.Zendesk!.BaseUrl, desk.Zendesk.Login, desk.Zendesk.WriteBack));
        Assert.Null(await OfAsync(product, "acme"));
    }

    [Fact]
    public async Task Name_all_there_is()
    {
        using var rsa = RSA.Create(2048);
        await using var product = Product.With(
            Z + "BaseUrl=http://127.0.0.1:4711", Z + "Email=admin@acme.example", Z + "ApiToken=t", Z + "WriteBack=full", Z + "WebhookSecrets:0=one", Z + "WebhookSecrets:1=two",
            Z + "AppId=11", Z + "InstallationId=22", Z + "AppPublicKey=" + rsa.ExportSubjectPublicKeyInfoPem().Replace("\n", "\\n", StringComparison.Ordinal), "SupportCopilot:Intercom:ClientSecret=three");
        var desk = (await OfAsync(product))!;

        Assert.Equal((new ApiTokenLogin("admin@acme.example", "t"), WriteBackMode.Full), (desk.Zendesk!.Login, desk.Zendesk.WriteBack));
        Assert.Equal(["one", "two"], desk.Zendesk.WebhookSecrets);
        Assert.Equal(new ZendeskApp("11", "22", rsa.ExportSubjectPublicKeyInfoPem()), desk.Zendesk.App);
        Assert.Equal(["three"], desk.Intercom!.ClientSecrets);
    }

    [Theory]
    [InlineData("Subdomain (or BaseUrl) is missing", "ClientId=c", "ClientSecret=s")]
    [InlineData("Subdomain is the account's name alone", "Subdomain=acme.zendesk.com", "ClientId=c", "ClientSecret=s")]
    [InlineData("BaseUrl is an address like", "BaseUrl=http://acme.zendesk.com", "ClientId=c", "ClientSecret=s")]
    [InlineData("BaseUrl is an address like", "BaseUrl=https://user:pass@acme.zendesk.com", "ClientId=c", "ClientSecret=s")]
    [InlineData("BaseUrl is an address like", "BaseUrl=https://acme.zendesk.com/api/v2", "ClientId=c", "ClientSecret=s")]
    [InlineData("BaseUrl is an address like", "BaseUrl=acme", "ClientId=c", "ClientSecret=s")]
    [InlineData("ClientId and ClientSecret (OAuth) belong together", "Subdomain=acme", "ClientId=c")]
    [InlineData("Email and ApiToken (legacy) belong together", "Subdomain=acme", "Email=a@acme.example")]
    [InlineData("OAuth client are needed", "Subdomain=acme")]
    [InlineData("WriteBack is Off, Tags or Full", "Subdomain=acme", "ClientId=c", "ClientSecret=s", "WriteBack=1")]
    [InlineData("WebhookSecrets takes at most 2", "Subdomain=acme", "ClientId=c", "ClientSecret=s", "WebhookSecrets:0=1", "WebhookSecrets:1=2", "WebhookSecrets:2=3")]
    [InlineData("gives to everybody", "Subdomain=acme", "ClientId=c", "ClientSecret=s", "WebhookSecrets:0=dGhpc19zZWNyZXRfaXNfZm9yX3Rlc3Rpbmdfb25seQ==")]
    [InlineData("belong together", "Subdomain=acme", "ClientId=c", "ClientSecret=s", "InstallationId=7")]
    [InlineData("no RSA public key", "Subdomain=acme", "ClientId=c", "ClientSecret=s", "InstallationId=7", "AppPublicKey=nonsense")]
    public async Task Keep_a_server_from_starting_where_they_are_wrong(string why, params string[] settings)
    {
        await using var product = Product.In("Production", [.. settings.Select(setting => Z + setting)]);
        var refused = Assert.Throws<OptionsValidationException>(() => _ = product.Services);
        Assert.Contains(why, refused.Message);
        Assert.DoesNotContain("pass@", refused.Message);
    }

    [Fact]
    public async Task May_hold_the_secret_of_the_documentation_in_Development()
    {
        await using var product = Product.With([.. DeskSettings.Acme, Z + "WebhookSecrets:0=dGhpc19zZWNyZXRfaXNfZm9yX3Rlc3Rpbmdfb25seQ=="]);
        Assert.Single((await OfAsync(product))!.Zendesk!.WebhookSecrets);
    }

    [Fact]
    public async Task Say_in_a_line_of_the_log_that_API_tokens_end()
    {
        await using var product = Product.With(DeskSettings.Legacy);
        await product.InitializeAsync();
        Assert.Contains(product.Log.All, line => line.StartsWith("Warning", StringComparison.Ordinal) && line.Contains("30 April 2027", StringComparison.Ordinal));
    }

    [Fact]
    public void Show_no_secret_where_somebody_prints_them() =>
        Assert.DoesNotContain("canary", $"{new ConnectedDesk(1) { Zendesk = new(new("https://a.zendesk.com"), new OAuthLogin("canary", "canary")) { WebhookSecrets = ["canary"] }, Intercom = new(["canary"]) }}{new ApiTokenLogin("canary", "canary")}{new StoredSecrets { ClientSecret = "canary" }}");

    private static Task<ConnectedDesk?> OfAsync(Product product, string tenant = Tenant.DefaultKey) => product.InsideAsync(
        async services => await services.GetRequiredService<DeskConnections>().OfAsync(services.GetRequiredService<CurrentTenant>().Id, CancellationToken.None), tenant);
}
