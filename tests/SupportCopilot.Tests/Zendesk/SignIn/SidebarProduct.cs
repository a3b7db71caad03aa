using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Tickets;

namespace SupportCopilot.Tests.Zendesk.SignIn;

/// <summary>A product with a Zendesk account and its app; Ada is an agent there, whom the sync knows.</summary>
public class SidebarProduct : Product
{
    public const long Ada = 9001;

    public SidebarProduct() : this(new SignedApp()) { }

    protected SidebarProduct(SignedApp app, Action<IServiceCollection>? fakes = null, params string[] settings)
        : base([.. DeskSettings.Acme, .. app.Settings, "SupportCopilot:RateLimits:RequestsPerMinute=1000000", .. settings], "Production", fakes) => App = app;

    public SignedApp App { get; }

    /// <summary>A product of its own for one test, at another time.</summary>
    public static SidebarProduct At(TimeProvider clock) => new(new SignedApp(), services => services.AddSingleton(clock));

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await HasAgentAsync(Ada, "Ada");
    }

    /// <summary>Makes an agent known, as the sync does.</summary>
    public Task HasAgentAsync(long id, string name, bool isAgent = true) => DatabaseAsync(async db =>
    {
        db.People.Add(new Person { Source = TicketSource.Zendesk, ExternalId = id.ToString(System.Globalization.CultureInfo.InvariantCulture), Name = name, IsAgent = isAgent });
        return await db.SaveChangesAsync();
    }, "default");

    /// <summary>Opens the sidebar as Zendesk does: a form with the token, into a frame.</summary>
    public async Task<HttpResponseMessage> OpenAsync(string token, string language = "en", string address = "/sidebar?origin=https%3A%2F%2Facme.zendesk.com&app_guid=1")
    {
        using var form = new FormUrlEncodedContent([new("token", token)]);
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = form };
        request.Headers.AcceptLanguage.Add(new(language));
        return await Anonymous().SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>A client with the session of an agent.</summary>
    public async Task<HttpClient> SignedInAsync(long user = Ada, TimeProvider? clock = null)
    {
        using var page = await OpenAsync(App.TokenOf(user, clock));
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        var client = Anonymous();
        client.DefaultRequestHeaders.Authorization = AuthenticationHeaderValue.Parse((await SessionOfAsync(page)).GetProperty("authorization").GetString()!);
        return client;
    }

    /// <summary>What a page is told of who asks.</summary>
    public static async Task<JsonElement> SessionOfAsync(HttpResponseMessage page)
    {
        var html = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return JsonDocument.Parse(Regex.Match(html, "<script id=\"session\" type=\"application/json\">(.*?)</script>").Groups[1].Value).RootElement;
    }
}
