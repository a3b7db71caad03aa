using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access.Sessions;

namespace SupportCopilot.Tests.Zendesk.SignIn;

public sealed class SidebarSessions : IAsyncLifetime
{
    private readonly SetClock _clock = new(new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero));
    private readonly SidebarProduct _product;

    public SidebarSessions() => _product = SidebarProduct.At(_clock);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _product.InitializeAsync();

    public ValueTask DisposeAsync() => _product.DisposeAsync();

    [Fact]
    public async Task The_page_has_a_session_and_speaks_the_desks_numbers_and_sets_no_cookie()
    {
        using var page = await _product.OpenAsync(_product.App.TokenOf(SidebarProduct.Ada, _clock));
        var session = await SidebarProduct.SessionOfAsync(page);

        Assert.StartsWith("Bearer scs_", session.GetProperty("authorization").GetString());
        Assert.Equal("zendesk", session.GetProperty("source").GetString());
        Assert.False(page.Headers.Contains("Set-Cookie"));
        Assert.True(page.Headers.CacheControl!.NoStore);
        Assert.EndsWith("frame-ancestors https://acme.zendesk.com", page.Headers.GetValues("Content-Security-Policy").Single());
    }

    [Fact]
    public async Task The_database_holds_no_token()
    {
        using var page = await _product.OpenAsync(_product.App.TokenOf(SidebarProduct.Ada, _clock));
        var token = (await SidebarProduct.SessionOfAsync(page)).GetProperty("authorization").GetString()!["Bearer ".Length..];
        var kept = await _product.DatabaseAsync(db => db.Sessions.SingleAsync(Ct), "default");

        Assert.Equal(64, kept.TokenHash.Length);
        Assert.DoesNotContain(kept.TokenHash, token, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(_product.Log.All, line => line.Contains(token, StringComparison.Ordinal));
        Assert.DoesNotContain(Directory.GetFiles(_product.DataDirectory, "*.db*"), file => File.ReadAllBytes(file).AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(token)) >= 0);
    }

    [Fact]
    public async Task A_session_ends_after_eight_hours_and_says_what_to_do()
    {
        var client = await _product.SignedInAsync(clock: _clock);
        _clock.Advance(OpenSession.Lasts - TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/tickets", Ct)).StatusCode);

        _clock.Advance(TimeSpan.FromSeconds(1));
        var answer = await client.GetAsync("/api/tickets", Ct);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("Open the app again", JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Ct)).RootElement.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task A_token_that_is_not_exactly_the_sessions_opens_nothing()
    {
        var client = await _product.SignedInAsync(clock: _clock);
        var right = client.DefaultRequestHeaders.Authorization!.Parameter!;
        await _product.InsideAsync(_ => Task.CompletedTask, "another");   // a tenant of the number that one of these names

        foreach (var wrong in new[] { right[..^1], right + "A", right.Replace("scs_1_", "scs_2_"), right.Replace("scs_1_", "scs_01_"), right.Replace("scs_1_", "scs_-1_"), right.ToUpperInvariant(), "scs_", "scs_1_", "scs_99999999999_x", "scs__" })
        {
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", wrong);
            Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/api/tickets", Ct)).StatusCode);
        }
    }

    [Fact]
    public async Task A_session_sees_its_own_tenant_alone()
    {
        var own = await _product.HasTicketAsync("Seen here", "Words", "default");
        var foreign = await _product.HasTicketAsync("Quetzal", "Words", "another");
        var client = await _product.SignedInAsync(clock: _clock);

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync($"/api/tickets/{own}/assist", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/api/tickets/{foreign}/assist", Ct)).StatusCode);
        Assert.DoesNotContain("Quetzal", await client.GetStringAsync("/api/tickets", Ct));
    }

    [Fact]
    public async Task What_has_ended_is_removed_and_what_has_not_is_kept()
    {
        var old = await _product.SignedInAsync(clock: _clock);
        _clock.Advance(TimeSpan.FromHours(5));
        var young = await _product.SignedInAsync(clock: _clock);
        _clock.Advance(TimeSpan.FromHours(4));
        var token = _product.App.TokenOf(SidebarProduct.Ada, _clock);
        using var page = await _product.OpenAsync(token);

        await _product.InsideAsync(services => services.GetRequiredService<RemoveOldSessions>().RunAsync(Ct), "default");

        Assert.Equal((2, 1), await _product.DatabaseAsync(async db => (await db.Sessions.CountAsync(Ct), await db.UsedTokens.CountAsync(Ct)), "default"));
        Assert.Equal(HttpStatusCode.Unauthorized, (await old.GetAsync("/api/tickets", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await young.GetAsync("/api/tickets", Ct)).StatusCode);
        using var again = await _product.OpenAsync(token);
        Assert.Equal(HttpStatusCode.Unauthorized, again.StatusCode);
    }

    [Fact]
    public async Task A_used_token_is_not_forgotten_before_its_age_forbids_it()
    {
        var token = _product.App.With("exp", _clock.GetUtcNow().AddDays(30).ToUnixTimeSeconds(), _clock);
        using var first = await _product.OpenAsync(token);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);

        for (var second = 0; second < 420; second += 30)
        {
            _clock.Advance(TimeSpan.FromSeconds(30));
            await _product.InsideAsync(services => services.GetRequiredService<RemoveOldSessions>().RunAsync(Ct), "default");
            using var again = await _product.OpenAsync(token);
            Assert.Equal(HttpStatusCode.Unauthorized, again.StatusCode);
        }

        Assert.Equal(0, await _product.DatabaseAsync(db => db.UsedTokens.CountAsync(Ct), "default"));
    }
}
