using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Tests.Access;
using SupportCopilot.Tickets;
using SupportCopilot.Zendesk.Connections;

namespace SupportCopilot.Tests.Zendesk.Connections;

/// <summary>A product as it runs in production, whose admin of the tenant default signs in by Entra: with a desk connected nobody comes in otherwise.</summary>
public sealed class AdminProduct : Product
{
    private const string EntraTenant = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";
    private const string Root = "0a000000-0000-0000-0000-00000000000a";
    private const string Audience = "77777777-0000-0000-0000-000000000007";

    private readonly FakeIssuer _issuer = new($"https://login.microsoftonline.com/{EntraTenant}/v2.0", $"https://login.microsoftonline.com/{EntraTenant}/v2.0/.well-known/openid-configuration");

    public AdminProduct() : this([]) { }

    public AdminProduct(params string[] settings)
        : base([$"SupportCopilot:Entra:Authority=https://login.microsoftonline.com/{EntraTenant}/v2.0", $"SupportCopilot:Entra:Audience={Audience}", .. settings], "Production") { }

    public override async ValueTask InitializeAsync()
    {
        _issuer.StandIn(Outside);
        await base.InitializeAsync();
        await DatabaseAsync(async db =>
        {
            if (!db.People.Any(p => p.ExternalId == Root)) db.People.Add(new Person { Source = "entra", ExternalId = Root, Name = "Root", Roles = Role.Admin });
            return await db.SaveChangesAsync();
        }, SupportCopilot.Access.Tenant.DefaultKey);
    }

    public HttpClient Admin()
    {
        var client = Anonymous();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", _issuer.Token(new JsonObject { ["aud"] = Audience, ["tid"] = EntraTenant, ["oid"] = Root, ["scp"] = "access_as_user" }));
        return client;
    }

    /// <summary>Connects the tenant default, or changes its connection.</summary>
    public Task<HttpResponseMessage> PutAsync(object wanted, string source = "zendesk") => Admin().PutAsJsonAsync($"/api/connections/{source}", wanted, TestContext.Current.CancellationToken);

    /// <summary>What the product takes a tenant to be connected to.</summary>
    internal Task<ConnectedDesk?> DeskAsync(string tenant = SupportCopilot.Access.Tenant.DefaultKey) => InsideAsync(
        async services => await services.GetRequiredService<DeskConnections>().OfAsync(services.GetRequiredService<CurrentTenant>().Id, CancellationToken.None), tenant);
}
