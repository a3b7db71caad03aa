using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;

namespace SupportCopilot.Tests.Zendesk.SignIn;

/// <summary>Every token here is really signed; each differs from a right one in one thing.</summary>
public sealed class RefusedTokens(SidebarProduct product) : IClassFixture<SidebarProduct>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_right_token_is_taken()
    {
        using var page = await product.OpenAsync(product.App.Sign(product.App.Claims()));

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Fact]
    public async Task A_token_of_another_key_is_refused()
    {
        using var strange = RSA.Create(2048);
        await RefusedAsync(product.App.Sign(product.App.Claims(), key: strange), "not signed by the key");
    }

    [Theory]
    [InlineData("HS256")]
    [InlineData("none")]
    [InlineData("RS512")]
    [InlineData("PS256")]
    [InlineData("rs256")]
    public async Task Another_algorithm_is_refused(string algorithm) => await RefusedAsync(product.App.Sign(product.App.Claims(), algorithm), "not signed by RS256");

    [Fact]
    public async Task A_signature_of_another_kind_under_the_right_name_is_refused()
    {
        var words = product.App.Sign(product.App.Claims()).Split('.');
        var byPublicKey = HMACSHA256.HashData(Encoding.UTF8.GetBytes(product.App.PublicKey), Encoding.ASCII.GetBytes($"{words[0]}.{words[1]}"));
        await RefusedAsync($"{words[0]}.{words[1]}.{Base64Url.EncodeToString(byPublicKey)}", "not signed by the key");
    }

    [Fact]
    public async Task Changed_claims_under_an_old_signature_are_refused()
    {
        var (right, other) = (product.App.Sign(product.App.Claims()).Split('.'), product.App.With("sub", "9002").Split('.'));
        await RefusedAsync($"{right[0]}.{other[1]}.{right[2]}", "not signed by the key");
    }

    [Theory]
    [InlineData("exp", -65, "expired")]
    [InlineData("iat", 120, "in the future")]
    [InlineData("iat", -361, "too old")]
    [InlineData("nbf", 120, "not valid yet")]
    public async Task A_token_out_of_its_time_is_refused(string claim, int secondsFromNow, string why) =>
        await RefusedAsync(product.App.With(claim, FromNow(secondsFromNow)), why);

    [Theory]
    [InlineData("exp", -35)]
    [InlineData("iat", 50)]
    [InlineData("iat", -330)]
    [InlineData("nbf", 50)]
    public async Task Clocks_that_differ_by_less_than_a_minute_do_not_matter(string claim, int secondsFromNow)
    {
        using var page = await product.OpenAsync(product.App.With(claim, FromNow(secondsFromNow)));

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Theory]
    [InlineData("exp", "how long it is valid")]
    [InlineData("iat", "when it was made")]
    [InlineData("iss", "another issuer")]
    [InlineData("aud", "one installation")]
    [InlineData("sub", "who opened")]
    [InlineData("context", "where the app was opened")]
    public async Task A_claim_that_is_missing_is_refused(string claim, string why) => await RefusedAsync(product.App.With(claim, null), why);

    [Theory]
    [InlineData("exp", "\"tomorrow\"", "how long it is valid")]
    [InlineData("exp", "1e300", "how long it is valid")]
    [InlineData("nbf", "\"soon\"", "not valid yet")]
    [InlineData("aud", "\"https://acme.zendesk.com/api/v2/apps/installations/43.json\"", "not connected here")]
    [InlineData("aud", "\"https://other.zendesk.com/api/v2/apps/installations/42.json\"", "not connected here")]
    [InlineData("aud", "\"https://acme.zendesk.com.evil.example/api/v2/apps/installations/42.json\"", "not connected here")]
    [InlineData("aud", "\"https://evil@acme.zendesk.com/api/v2/apps/installations/42.json\"", "one installation")]
    [InlineData("aud", "\"https://acme.zendesk.com/api/v2/apps/installations/42.json\\n\"", "one installation")]
    [InlineData("aud", "\"https://acme.zendesk.com/api/v2/apps/42.json\"", "one installation")]
    [InlineData("aud", "\"42\"", "one installation")]
    [InlineData("aud", "[\"https://acme.zendesk.com/api/v2/apps/installations/42.json\",\"https://other.example\"]", "one installation")]
    [InlineData("iss", "\"other.zendesk.com\"", "another issuer")]
    [InlineData("iss", "\"acme.zendesk.com.evil.example\"", "another issuer")]
    [InlineData("context", "{\"product\":\"support\"}", "where the app was opened")]
    [InlineData("context", "{\"location\":\"ticket_sidebar\",\"product\":\" \"}", "where the app was opened")]
    [InlineData("context", "\"support\"", "where the app was opened")]
    [InlineData("sub", "\"0\"", "who opened")]
    [InlineData("sub", "\"9001 or 1=1\"", "who opened")]
    [InlineData("sub", "\"https://other.zendesk.com/api/v2/users/9001.json\"", "who opened")]
    public async Task A_wrong_claim_is_refused(string claim, string value, string why) => await RefusedAsync(product.App.With(claim, JsonNode.Parse(value)), why);

    [Theory]
    [InlineData("aud", "[\"https://acme.zendesk.com/api/v2/apps/installations/42.json\"]")]
    [InlineData("iss", "\"https://acme.zendesk.com\"")]
    [InlineData("sub", "9001")]
    [InlineData("sub", "\"https://acme.zendesk.com/api/v2/users/9001.json\"")]
    public async Task The_spellings_that_Zendesk_may_use_are_taken(string claim, string value)
    {
        using var page = await product.OpenAsync(product.App.With(claim, JsonNode.Parse(value)));

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Fact]
    public async Task A_demand_that_is_not_known_is_refused() => await RefusedAsync(product.App.Sign(product.App.Claims(), crit: "b64"), "crit");

    [Fact]
    public async Task A_token_is_taken_once()
    {
        var token = product.App.Sign(product.App.Claims());
        using var first = await product.OpenAsync(token);

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        await RefusedAsync(token, "used before");
    }

    [Fact]
    public async Task A_token_without_an_id_is_taken_once_however_its_signature_is_spelled()
    {
        var token = product.App.With("jti", null);
        using var first = await product.OpenAsync(token);

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        await RefusedAsync(token, "used before");
        // The last character of 256 bytes carries bits that mean nothing: the same signature in other words.
        await RefusedAsync(token + "=", "");
        foreach (var last in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
            await RefusedAsync(token[..^1] + last, "");
    }

    [Fact]
    public async Task Of_many_who_bring_one_token_at_the_same_moment_one_gets_in()
    {
        var token = product.App.Sign(product.App.Claims());
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => product.OpenAsync(token)));

        Assert.Single(answers, answer => answer.StatusCode is HttpStatusCode.OK);
        Assert.Equal(11, answers.Count(answer => answer.StatusCode is HttpStatusCode.Unauthorized));
    }

    [Fact]
    public async Task A_token_of_more_than_8_KB_is_refused() => await RefusedAsync(product.App.With("padding", new string('x', 8 * 1024)), "8,192 characters");

    [Fact]
    public async Task An_encrypted_token_of_five_segments_is_refused() => await RefusedAsync(product.App.Sign(product.App.Claims()) + ".iv.tag", "three segments");

    [Theory]
    [InlineData("a.b.c")]
    [InlineData("..")]
    [InlineData("e30.e30.e30")]
    [InlineData("bnVsbA.bnVsbA.bnVsbA")]
    [InlineData("💥.💥.💥")]
    [InlineData("eyJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJcdWQ4MDAifQ.AAAA")]   // {"aud":"\ud800"}: half of a pair
    public async Task What_is_no_token_is_refused(string token) => await RefusedAsync(token, "");

    [Fact]
    public async Task Ten_thousand_changed_tokens_are_all_refused()
    {
        var random = new Random(20261121);
        var right = product.App.Sign(product.App.Claims());
        var before = await SessionsAsync();
        await Parallel.ForEachAsync(Enumerable.Range(0, 10_000).Select(_ => Mutated(right, random)).ToList(), new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = Ct }, async (token, _) =>
        {
            using var answer = await product.OpenAsync(token);
            Assert.True(answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.BadRequest or HttpStatusCode.TooManyRequests, token);
        });

        Assert.Equal(before, await SessionsAsync());
    }

    [Fact]
    public async Task A_form_without_a_token_says_where_to_open_it()
    {
        using var empty = await product.Anonymous().PostAsync("/sidebar", new FormUrlEncodedContent([new("other", "x")]), Ct);
        using var json = await product.Anonymous().PostAsync("/sidebar", new StringContent("{\"token\":\"x\"}", Encoding.UTF8, "application/json"), Ct);
        using var twice = await product.Anonymous().PostAsync("/sidebar", new FormUrlEncodedContent([new("token", "x"), new("token", "y")]), Ct);
        using var huge = await product.Anonymous().PostAsync("/sidebar", new FormUrlEncodedContent([new("token", new string('x', 100_000))]), Ct);

        foreach (var answer in new[] { empty, json, twice, huge })
        {
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Contains("Open a ticket there", await answer.Content.ReadAsStringAsync(Ct));
        }
    }

    [Fact]
    public async Task A_token_in_the_address_signs_nobody_in()
    {
        using var page = await product.Anonymous().GetAsync($"/sidebar?token={product.App.Sign(product.App.Claims())}", Ct);

        Assert.Equal(System.Text.Json.JsonValueKind.Null, (await SidebarProduct.SessionOfAsync(page)).GetProperty("authorization").ValueKind);
    }

    [Fact]
    public async Task The_agent_reads_what_to_do_in_their_language_and_the_admin_why_and_neither_the_token()
    {
        var token = product.App.With("iss", "other.zendesk.com");
        using var english = await product.OpenAsync(token);
        using var german = await product.OpenAsync(token, "de-AT");
        var page = await english.Content.ReadAsStringAsync(Ct);
        var health = await product.Anonymous().GetStringAsync("/health/ready", Ct);

        Assert.Contains("Please open the app again", page);
        Assert.DoesNotContain("iss", page);
        Assert.Contains("noch einmal", await german.Content.ReadAsStringAsync(Ct));
        Assert.Contains("another issuer", health);
        var policy = english.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", policy);
        Assert.EndsWith("frame-ancestors https://acme.zendesk.com", policy);
        Assert.DoesNotContain(product.Log.All, line => line.Contains(token[..40], StringComparison.Ordinal) || line.Contains(token[^40..], StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("fr-CA", "fr", "Veuillez rouvrir")]
    [InlineData("es", "es", "Vuelva a abrir")]
    [InlineData("ja", "ja", "アプリを開き直してください")]
    [InlineData("ar", "ar", "يرجى فتح التطبيق مرة أخرى")]
    [InlineData("fi", "en", "Please open the app again")]
    public async Task Who_is_not_let_in_reads_so_in_each_language_that_the_sidebar_speaks(string asked, string spoken, string words)
    {
        using var refused = await product.OpenAsync(product.App.With("iss", "other.zendesk.com"), asked);
        var page = System.Net.WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(Ct));

        Assert.Contains($"<html lang=\"{spoken}\" dir=\"{(spoken == "ar" ? "rtl" : "ltr")}\">", page);
        Assert.Contains(words, page);
    }

    private static string Mutated(string token, Random random)
    {
        var at = random.Next(token.Length);
        const string letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.";
        return random.Next(4) switch
        {
            0 => token.Remove(at, 1),
            1 => token.Insert(at, letters[random.Next(letters.Length)].ToString()),
            2 => token[..at],
            _ => string.Create(token.Length, (token, at, other: Other(token[at])), static (into, from) => { from.token.CopyTo(into); into[from.at] = from.other; }),
        };

        char Other(char now)
        {
            char other;
            do other = letters[random.Next(letters.Length)]; while (other == now);
            return other;
        }
    }

    private static long FromNow(int seconds) => TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() + seconds;

    private Task<int> SessionsAsync() => product.DatabaseAsync(db => db.Sessions.CountAsync(Ct), "default");

    private async Task RefusedAsync(string token, string why)
    {
        var before = await SessionsAsync();
        using var answer = await product.OpenAsync(token);
        var page = await answer.Content.ReadAsStringAsync(Ct);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("Please open the app again", page);
        Assert.DoesNotContain("scs_", page);
        Assert.Contains(why, await product.Anonymous().GetStringAsync("/health/ready", Ct));
        Assert.Equal(before, await SessionsAsync());
    }
}
