using System.Net;
using System.Net.Http.Json;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Access.Founding;

namespace SupportCopilot.Tests.Zendesk.Connections;

/// <summary>Tenants that an admin founds.</summary>
public sealed class FoundedTenants(Product product) : IClassFixture<Product>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private HttpClient Deployer => product.As(Role.Admin, tenant: Tenant.DefaultKey, user: "root");

    [Fact]
    public async Task Are_there_at_once_with_their_first_admin()
    {
        using var made = await Deployer.PostAsJsonAsync("/api/tenants", new
        {
            key = "globex",
            name = "Globex",
            timeZone = "Europe/Berlin",
            entraTenantId = "BBBBBBBB-0000-0000-0000-000000000001",
            adminEntraObjectId = "0a000000-0000-0000-0000-0000000000aa",
            adminName = "Gloria",
        }, Ct);

        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var tenant = (await made.Content.ReadFromJsonAsync<TenantView>(Ct))!;
        Assert.Equal(("globex", "Europe/Berlin", "bbbbbbbb-0000-0000-0000-000000000001"), (tenant.Key, tenant.TimeZone, tenant.EntraTenantId));
        Assert.Contains("\"globex\"", await Deployer.GetStringAsync("/api/tenants?limit=200", Ct));
        Assert.Equal(Role.Admin, await product.DatabaseAsync(db => db.People.Where(p => p.Name == "Gloria").Select(p => p.Roles).SingleAsync(), "globex"));
        Assert.True(await product.DatabaseAsync(db => db.Audit.AnyAsync(a => a.Subject == "tenant/globex"), Tenant.DefaultKey));
    }

    [Theory]
    [InlineData("""{"key":"Globex!","name":"G"}""", 400, "tenant's key")]
    [InlineData("""{"key":"g2","name":"G","timeZone":"Mars/Olympus"}""", 400, "no time zone")]
    [InlineData("""{"key":"g2","name":"G","entraTenantId":"x"}""", 400, "GUID")]
    [InlineData("""{"key":"g2","name":"G","adminEntraObjectId":"x"}""", 400, "GUID")]
    [InlineData("""{"key":"demo","name":"G"}""", 400, "the demo's")]
    [InlineData("""{"key":"default","name":"G"}""", 409, "already")]
    public async Task Are_not_founded_by_half(string body, int status, string why)
    {
        using var answer = await Deployer.PostAsync("/api/tenants", new StringContent(body, Encoding.UTF8, "application/json"), Ct);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Contains(why, await answer.Content.ReadAsStringAsync(Ct));
    }

    [Fact]
    public async Task Are_no_business_of_other_tenants_admins()
    {
        var other = product.As(Role.Admin, user: "root");
        using var listed = await other.GetAsync("/api/tenants", Ct);
        using var made = await other.PostAsJsonAsync("/api/tenants", new { key = "mine", name = "Mine" }, Ct);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (listed.StatusCode, made.StatusCode));
        using var positive = await Deployer.GetAsync("/api/tenants", Ct);
        Assert.Equal(HttpStatusCode.OK, positive.StatusCode);
        Assert.DoesNotContain("\"mine\"", await positive.Content.ReadAsStringAsync(Ct));
    }
}
