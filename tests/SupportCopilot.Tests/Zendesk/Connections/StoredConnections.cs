using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Desks;
using SupportCopilot.Tickets.Desks.Connections;
using SupportCopilot.Zendesk.Connections;

namespace SupportCopilot.Tests.Zendesk.Connections;

/// <summary>Desks that an admin connects by HTTP.</summary>
public sealed class StoredConnections
{
    private static readonly object Acme = new { subdomain = "acme", clientId = "our-client", clientSecret = "canary-secret", webhookSecrets = new[] { "canary-hook" }, writeBack = "tags" };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Take_effect_without_a_restart_and_never_show_their_secrets()
    {
        await using var product = new AdminProduct();
        await product.InitializeAsync();
        Assert.Null(await product.DeskAsync());

        using var made = await product.PutAsync(Acme);
        var listed = await product.Admin().GetStringAsync("/api/connections", Ct);

        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var desk = (await product.DeskAsync())!.Zendesk!;
        Assert.Equal((new Uri("https://acme.zendesk.com"), new OAuthLogin("our-client", "canary-secret"), WriteBackMode.Tags), (desk.BaseUrl, desk.Login, desk.WriteBack));
        Assert.Equal(["canary-hook"], desk.WebhookSecrets);
        var shown = JsonDocument.Parse(listed).RootElement.GetProperty("items")[0];
        Assert.Equal(("https://acme.zendesk.com/", "oauth", 1, "database"), (shown.GetProperty("baseUrl").GetString(), shown.GetProperty("login").GetString(), shown.GetProperty("webhookSecrets").GetInt32(), shown.GetProperty("from").GetString()));
        Assert.DoesNotContain("canary", listed + await made.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.DoesNotContain(product.Log.All, line => line.Contains("canary", StringComparison.Ordinal));
        Assert.DoesNotContain(Directory.EnumerateFiles(product.DataDirectory, "*", SearchOption.AllDirectories), file => Holds(file, "canary"));
    }

    [Fact]
    public async Task Keep_what_is_left_out_and_are_audited_by_what_changed()
    {
        await using var product = new AdminProduct();
        await product.InitializeAsync();
        using var made = await product.PutAsync(Acme);

        using var changed = await product.PutAsync(new { writeBack = "Full" });

        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        var desk = (await product.DeskAsync())!.Zendesk!;
        Assert.Equal((WriteBackMode.Full, new OAuthLogin("our-client", "canary-secret")), (desk.WriteBack, desk.Login));
        var audit = await product.DatabaseAsync(db => db.Audit.Where(a => a.Subject == "connection/zendesk").OrderBy(a => a.Id).Select(a => a.Action + ": " + a.Detail).ToListAsync(), Tenant.DefaultKey);
        Assert.Equal(["connection.added: address, clientId, clientSecret, webhookSecrets, writeBack", "connection.changed: writeBack"], audit);
    }

    [Fact]
    public async Task Go_and_what_was_read_stays()
    {
        await using var product = new AdminProduct();
        await product.InitializeAsync();
        using var made = await product.PutAsync(new { clientSecret = "canary-secret" }, "intercom");
        await product.HasTicketAsync(new IncomingTicket(TicketSource.Intercom, "1") { Subject = "x" }, Tenant.DefaultKey);
        Assert.NotNull((await product.DeskAsync())!.Intercom);

        using var gone = await product.Admin().DeleteAsync("/api/connections/intercom", Ct);
        using var again = await product.Admin().DeleteAsync("/api/connections/intercom", Ct);

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NotFound), (gone.StatusCode, again.StatusCode));
        Assert.Null(await product.DeskAsync());
        Assert.Equal(1, await product.DatabaseAsync(db => db.Tickets.CountAsync(), Tenant.DefaultKey));
    }

    [Theory]
    [InlineData("zendesk", """{"subdomain":"acme"}""", 400, "ClientId and ClientSecret")]
    [InlineData("zendesk", """{"clientId":"c","clientSecret":"s"}""", 400, "Subdomain")]
    [InlineData("zendesk", """{"subdomain":"acme.evil.example/","clientId":"c","clientSecret":"s"}""", 400, "BaseUrl is an address")]
    [InlineData("zendesk", """{"subdomain":"acme.evil.example#","clientId":"c","clientSecret":"s"}""", 400, "BaseUrl is an address")]
    [InlineData("zendesk", """{"baseUrl":"https://evil.example","clientId":"c","clientSecret":"s"}""", 400, "none under zendesk.com")]
    [InlineData("zendesk", """{"baseUrl":"http://127.0.0.1:8080","clientId":"c","clientSecret":"s"}""", 400, "none under zendesk.com")]
    [InlineData("zendesk", """{"baseUrl":"https://zendesk.com.evil.example","clientId":"c","clientSecret":"s"}""", 400, "none under zendesk.com")]
    [InlineData("zendesk", """{"subdomain":"acme","clientId":"c","clientSecret":"s","writeBack":"Everything"}""", 400, "Off, Tags or Full")]
    [InlineData("zendesk", """{"subdomain":"acme","clientId":"c","clientSecret":"s","installationId":"7"}""", 400, "AppPublicKey belong together")]
    [InlineData("zendesk", """{"subdomain":"acme","clientId":"c","clientSecret":"s","installationId":"7","appPublicKey":"-----BEGIN PUBLIC KEY-----"}""", 400, "no RSA public key")]
    [InlineData("zendesk", """{"subdomain":"acme","clientId":"c","clientSecret":"s","webhookSecrets":["dGhpc19zZWNyZXRfaXNfZm9yX3Rlc3Rpbmdfb25seQ=="]}""", 400, "documentation gives to everybody")]
    [InlineData("intercom", """{}""", 400, "ClientSecret of the Intercom app")]
    [InlineData("freshdesk", """{"clientSecret":"s"}""", 404, "")]
    public async Task Are_refused_in_words_where_they_cannot_be(string source, string body, int status, string why)
    {
        await using var product = new AdminProduct();
        await product.InitializeAsync();
        using var answer = await product.Admin().PutAsync($"/api/connections/{source}", new StringContent(body, Encoding.UTF8, "application/json"), Ct);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Contains(why, await answer.Content.ReadAsStringAsync(Ct));
        Assert.Null(await product.DeskAsync());
    }

    [Fact]
    public async Task Do_not_send_a_stored_secret_to_another_address()
    {
        await using var product = new AdminProduct();
        await product.InitializeAsync();
        using var made = await product.PutAsync(Acme);

        using var moved = await product.PutAsync(new { subdomain = "mallory" });

        Assert.Equal(HttpStatusCode.BadRequest, moved.StatusCode);
        Assert.Contains("given anew", await moved.Content.ReadAsStringAsync(Ct));
        Assert.Equal("acme.zendesk.com", (await product.DeskAsync())!.Zendesk!.BaseUrl.Host);
    }

    [Fact]
    public async Task Stand_back_behind_the_settings()
    {
        await using var product = new AdminProduct(DeskSettings.Acme);
        await product.InitializeAsync();

        using var refused = await product.PutAsync(Acme);
        using var kept = await product.Admin().DeleteAsync("/api/connections/zendesk", Ct);

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (refused.StatusCode, kept.StatusCode));
        Assert.Contains("settings", await product.Admin().GetStringAsync("/api/connections", Ct));
    }

    [Fact]
    public async Task Are_refused_to_a_tenant_that_holds_rows_of_the_demo_and_those_of_the_settings_rest()
    {
        await using var product = new AdminProduct();
        await product.InitializeAsync();
        await product.HasTicketAsync(new IncomingTicket("demo", "1") { Subject = "Made up" }, Tenant.DefaultKey);
        using var refused = await product.PutAsync(Acme);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("made-up tickets", await refused.Content.ReadAsStringAsync(Ct));

        await using var bySettings = new AdminProduct(DeskSettings.Acme);
        await bySettings.InitializeAsync();
        await bySettings.HasTicketAsync(new IncomingTicket("demo", "1") { Subject = "Made up" }, Tenant.DefaultKey);
        for (var tries = 0; await bySettings.DeskAsync() is not null && tries < 100; tries++) await Task.Delay(100, Ct);
        Assert.Null(await bySettings.DeskAsync());
        Assert.Contains("made-up tickets", await bySettings.Admin().GetStringAsync("/api/connections", Ct));
    }

    [Fact]
    public async Task Do_not_open_for_another_tenant()
    {
        await using var product = new AdminProduct();
        await product.InitializeAsync();
        using var made = await product.PutAsync(Acme);
        var stolen = await product.DatabaseAsync(db => db.DeskConnections.AsNoTracking().SingleAsync(), Tenant.DefaultKey);

        await product.DatabaseAsync(db =>
        {
            db.DeskConnections.Add(new DeskConnection { Source = stolen.Source, BaseUrl = stolen.BaseUrl, Secrets = stolen.Secrets, UpdatedAt = stolen.UpdatedAt });
            return db.SaveChangesAsync();
        }, "mallory");

        Assert.Null(await product.DeskAsync("mallory"));
        Assert.Contains(product.Log.All, line => line.Contains("cannot be opened", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Reach_another_server_within_seconds_which_opens_them_by_the_shared_key_ring()
    {
        await using var first = new AdminProduct();
        await first.InitializeAsync();
        var database = await first.DatabaseAsync(db => Task.FromResult(db.Database.GetConnectionString()), Tenant.DefaultKey);
        await using var second = new AdminProduct($"SupportCopilot:Database:ConnectionString={database}");
        await second.InitializeAsync();
        Assert.Null(await second.DeskAsync());

        using var made = await first.PutAsync(Acme);

        for (var tries = 0; await second.DeskAsync() is null && tries < 100; tries++) await Task.Delay(100, Ct);
        Assert.Equal(new OAuthLogin("our-client", "canary-secret"), (await second.DeskAsync())!.Zendesk!.Login);
    }

    [Fact]
    public async Task End_the_Development_sign_in_of_their_tenant()
    {
        await using var product = Product.With();
        var admin = product.As(Role.Admin);
        using var made = await admin.PutAsJsonAsync("/api/connections/zendesk", Acme, Ct);
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);

        using var after = await admin.GetAsync("/api/tickets", Ct);
        using var elsewhere = await product.As(Role.Admin, tenant: "other").GetAsync("/api/tickets", Ct);

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK), (after.StatusCode, elsewhere.StatusCode));
    }

    // The file may be open: SQLite's are.
    private static bool Holds(string file, string word)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes(word)) >= 0;
    }
}
