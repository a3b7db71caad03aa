using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using SupportCopilot.Access;
using SupportCopilot.Tickets;

namespace SupportCopilot.Tests.Access;

public sealed class EntraSignInTests : IClassFixture<EntraSignInTests.EntraProduct>
{
    private const string EntraTenant = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";
    private const string Anna = "0a000000-0000-0000-0000-00000000000a";
    private const string Audience = "77777777-0000-0000-0000-000000000007";

    private readonly EntraProduct _product;

    public EntraSignInTests(EntraProduct product) => _product = product;

    /// <summary>A product whose people come by Entra; Anna is an agent of the tenant default.</summary>
    public sealed class EntraProduct() : Product([$"SupportCopilot:Entra:Authority=https://login.microsoftonline.com/{EntraTenant}/v2.0", $"SupportCopilot:Entra:Audience={Audience}"], "Production")
    {
        public FakeIssuer Issuer { get; } = new($"https://login.microsoftonline.com/{EntraTenant}/v2.0", $"https://login.microsoftonline.com/{EntraTenant}/v2.0/.well-known/openid-configuration");

        public override async ValueTask InitializeAsync()
        {
            Issuer.StandIn(Outside);
            await base.InitializeAsync();
            await DatabaseAsync(async db =>
            {
                db.People.Add(new Person { Source = "entra", ExternalId = Anna, Name = "Anna", Roles = Role.Agent });
                return await db.SaveChangesAsync();
            }, "default");
        }
    }

    [Fact]
    public async Task A_right_token_signs_in_with_the_rights_of_the_database()
    {
        var token = _product.Issuer.Token(Claims());

        Assert.Equal(HttpStatusCode.OK, (await GetAsync(token, "/api/tickets")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await GetAsync(token, "/api/effects")).StatusCode);
    }

    [Fact]
    public async Task Roles_in_the_token_give_nothing() =>
        Assert.Equal(HttpStatusCode.Forbidden, (await GetAsync(_product.Issuer.Token(Claims(("roles", new JsonArray("admin")))), "/api/effects")).StatusCode);

    [Fact]
    public async Task Somebody_whom_nobody_let_in_may_do_nothing() =>
        Assert.Equal(HttpStatusCode.Forbidden, (await GetAsync(_product.Issuer.Token(Claims(("oid", "0b000000-0000-0000-0000-00000000000b"))), "/api/tickets")).StatusCode);

    [Theory]
    [InlineData("iss", "https://login.microsoftonline.com/bbbbbbbb-bbbb-cccc-dddd-eeeeeeeeeeee/v2.0", "another issuer")]
    [InlineData("aud", "00000003-0000-0000-c000-000000000000", "another audience")]
    [InlineData("aud", null, "another audience")]
    [InlineData("tid", "bbbbbbbb-bbbb-cccc-dddd-eeeeeeeeeeee", "not connected here")]
    [InlineData("tid", null, "whose it is")]
    [InlineData("oid", null, "whose it is")]
    [InlineData("exp", null, "how long it is valid")]
    public async Task A_wrong_claim_is_refused(string claim, string? value, string why) => await RefusedAsync(_product.Issuer.Token(Claims((claim, value))), why);

    [Fact]
    public async Task A_token_before_or_after_its_time_is_refused()
    {
        await RefusedAsync(_product.Issuer.Token(Claims(("exp", FakeIssuer.Seconds(-330)))), "expired");
        await RefusedAsync(_product.Issuer.Token(Claims(("nbf", FakeIssuer.Seconds(330)))), "not valid yet");
    }

    [Theory]
    [InlineData("HS256")]
    [InlineData("none")]
    public async Task Another_algorithm_is_refused(string algorithm) => await RefusedAsync(_product.Issuer.Token(Claims(), algorithm), "RS256");

    [Fact]
    public async Task A_strange_key_is_refused()
    {
        using var strange = RSA.Create(2048);
        await RefusedAsync(_product.Issuer.Token(Claims(), keyId: "strange", signedBy: strange), "does not name");
        await RefusedAsync(_product.Issuer.Token(Claims(), signedBy: strange), "signature does not hold");
    }

    [Fact]
    public async Task Five_segments_and_more_than_8_KB_are_refused()
    {
        await RefusedAsync(_product.Issuer.Token(Claims(), part4And5: ".iv.tag"), "three segments");
        await RefusedAsync(_product.Issuer.Token(Claims(("padding", new string('x', 8 * 1024)))), "8,192 characters");
    }

    [Fact]
    public async Task Without_Entra_no_bearer_token_is_taken()
    {
        await using var product = Product.In("Production");

        var answer = await GetAsync(_product.Issuer.Token(Claims()), "/api/tickets", product);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task The_description_of_the_API_says_how_to_sign_in()
    {
        var document = await _product.Anonymous().GetFromJsonAsync<JsonElement>("/openapi/v1.json", TestContext.Current.CancellationToken);

        Assert.Equal("bearer", document.GetProperty("components").GetProperty("securitySchemes").GetProperty("entra").GetProperty("scheme").GetString());
        Assert.True(document.GetProperty("security")[0].TryGetProperty("entra", out _));
    }

    private static JsonObject Claims(params (string Name, JsonNode? Value)[] others)
    {
        var claims = new JsonObject { ["aud"] = Audience, ["tid"] = EntraTenant, ["oid"] = Anna };
        foreach (var (name, value) in others) claims[name] = value;
        return claims;
    }

    private async Task<HttpResponseMessage> GetAsync(string token, string path, Product? product = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await (product ?? _product).Anonymous().SendAsync(request, TestContext.Current.CancellationToken);
    }

    private async Task RefusedAsync(string token, string why)
    {
        var answer = await GetAsync(token, "/api/tickets");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains(why, (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("detail").GetString());
    }
}
