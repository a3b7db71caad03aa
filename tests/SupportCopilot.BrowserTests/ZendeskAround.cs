using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SupportCopilot.Access;
using SupportCopilot.Host.Jobs;
using SupportCopilot.Knowledge.Articles;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;
using ZendeskSimulator;

namespace SupportCopilot.BrowserTests;

/// <summary>
/// Zendesk as a browser meets it: a page beside whose ticket the app is opened, by a form with a signed token, into a frame of
/// another origin; and the account behind it. The product is the real host, with this account connected and nothing synced.
/// </summary>
public sealed class ZendeskAround : IAsyncLifetime
{
    public const long Agent = 10_001;
    public const long Customer = 1_000_001;

    private const string Installation = "42";

    private readonly RSA _key = RSA.Create(2048);
    private readonly SimulatedZendesk _zendesk = new(new() { Tickets = 90 });
    private WebApplication? _support;
    private ConnectedHost? _product;

    /// <summary>Where an agent sees the account, without a slash at its end.</summary>
    public string Address { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        _support = await StartSupportAsync();
        Address = _support.Urls.Single().Replace("127.0.0.1", "localhost", StringComparison.Ordinal);   // the framework takes a page of localhost for one of Zendesk's
        _product = new ConnectedHost(Directory.CreateTempSubdirectory("supportcopilot-zendesk-").FullName,
        [
            ("Zendesk:BaseUrl", Address), ("Zendesk:ClientId", _zendesk.Settings.ClientId), ("Zendesk:ClientSecret", _zendesk.Settings.ClientSecret),
            ("Zendesk:InstallationId", Installation), ("Zendesk:AppPublicKey", _key.ExportSubjectPublicKeyInfoPem()), ("Teams:Enabled", "false"),
        ]);
        _product.UseKestrel(0);
        _product.StartServer();
    }

    public async ValueTask DisposeAsync()
    {
        if (_product is not null)
        {
            await _product.DisposeAsync();
            Directory.Delete(_product.DataDirectory, recursive: true);
        }

        if (_support is not null) await _support.DisposeAsync();
        _key.Dispose();
    }

    /// <summary>Where an agent opens a ticket, so that the app is opened beside it.</summary>
    public string TicketPage(long ticket, long user = Agent, string scheme = "light", string locale = "en-GB", string channel = "email") =>
        string.Create(CultureInfo.InvariantCulture, $"{Address}/agent/tickets/{ticket}?user={user}&scheme={scheme}&locale={locale}&channel={channel}");

    public string SubjectOf(long ticket) => _zendesk.Ticket(ticket).Subject;

    /// <summary>A ticket that its customer alone has written in, so that a reply can be suggested: the first one, the second, …</summary>
    public long Unanswered(int place) => Enumerable.Range(17, 74).Select(id => (long)id).Where(id => _zendesk.Ticket(id) is { Comments: [var only], RequesterId: var requester } && only.AuthorId == requester).ElementAt(place);

    /// <summary>Ends every session, as time would.</summary>
    public Task EndSessionsAsync() => InsideAsync(async services =>
    {
        var db = services.GetRequiredService<SupportDbContext>();
        db.Sessions.RemoveRange(db.Sessions);
        return await db.SaveChangesAsync();
    });

    /// <summary>Brings an article in, so that replies can be made from it.</summary>
    public Task HasArticleAsync(string title, string body) => InsideAsync(async services =>
    {
        await services.GetRequiredService<WriteArticles>().RunAsync([new IncomingArticle("file", title, title, body)], CancellationToken.None);
        await services.GetRequiredService<WorkOff>().RunAsync(services.GetRequiredService<CurrentTenant>().Id, null, CancellationToken.None);
        return 0;
    });

    /// <summary>Looks into the product's database.</summary>
    public Task<T> DatabaseAsync<T>(Func<SupportDbContext, T> look) =>
        InsideAsync(services => Task.FromResult(look(services.GetRequiredService<SupportDbContext>())));

    private async Task<T> InsideAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = _product!.Services.CreateAsyncScope();
        var tenant = await scope.ServiceProvider.GetRequiredService<Tenants>().FindOrFoundAsync(Tenant.DefaultKey, CancellationToken.None);
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Set(tenant.Id);
        return await work(scope.ServiceProvider);
    }

    private async Task<WebApplication> StartSupportAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet("/agent/tickets/{id:long}", (long id, long user, string scheme, string locale, string channel) => Results.Content(Page(id, user, scheme, locale, channel), "text/html; charset=utf-8"));
        app.MapFallback(AnswerAsync);
        await app.StartAsync();
        return app;
    }

    /// <summary>Whatever is no page is the account's API.</summary>
    private async Task AnswerAsync(HttpContext http)
    {
        using var request = new HttpRequestMessage(new HttpMethod(http.Request.Method), http.Request.GetEncodedUrl());
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        if (body.Length > 0) request.Content = new ByteArrayContent(body.ToArray());
        foreach (var (name, value) in http.Request.Headers)
            if (!request.Headers.TryAddWithoutValidation(name, value.AsEnumerable())) request.Content?.Headers.TryAddWithoutValidation(name, value.AsEnumerable());
        using var answer = await _zendesk.SendAsync(request, http.RequestAborted);
        http.Response.StatusCode = (int)answer.StatusCode;
        http.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
        await answer.Content.CopyToAsync(http.Response.Body);
    }

    /// <summary>The page around the app. It speaks the other side of Zendesk's app framework, in the little that the sidebar asks for.</summary>
    private string Page(long ticket, long user, string scheme, string locale, string channel)
    {
        var product = _product!.ClientOptions.BaseAddress.ToString().TrimEnd('/');
        var action = $"{product}/sidebar?origin={Uri.EscapeDataString(Address)}&app_guid=guid-1&colorScheme={scheme}";
        return $$"""
            <!doctype html>
            <title>Ticket {{ticket.ToString(CultureInfo.InvariantCulture)}}</title>
            <iframe name="app" id="app" width="320" height="900"></iframe>
            <form id="open" method="post" target="app" action="{{action}}"><input type="hidden" name="token" value="{{Token(user)}}"></form>
            <textarea id="reply"></textarea>
            <script>
              const frame = document.getElementById('app'), heard = new Set();
              const values = { 'ticket.id': {{ticket.ToString(CultureInfo.InvariantCulture)}}, 'currentUser.locale': '{{locale}}', 'ticket.editor.targetChannel': { name: '{{channel}}' }, get 'ticket.comment.text'() { return document.getElementById('reply').value; } };
              // A chat's composer takes words by inserting alone; the rich one takes HTML.
              const put = words => document.getElementById('reply').value += words;
              const acts = '{{channel}}' === 'email' ? { 'ticket.editor.insert': html => put(new DOMParser().parseFromString(html.replace(/<br>/g, '\n'), 'text/html').body.textContent), 'ticket.comment.appendText': put }
                : { 'ticket.editor.insert': put };
              const quiet = new Set(['resize', 'routeTo']);
              const post = message => frame.contentWindow.postMessage(JSON.stringify({ ...message, appGuid: 'guid-1', instanceGuid: 'guid-1' }), '{{product}}');
              window.tell = event => heard.has(event) && post({ key: 'zaf.' + event, message: {} });
              addEventListener('message', event => {
                if (event.source !== frame.contentWindow || event.origin !== '{{product}}' || typeof event.data !== 'string') return;
                const message = JSON.parse(event.data);
                if (message.key === 'iframe.handshake') post({ key: 'zaf.app.registered', message: { context: { product: 'support', location: 'ticket_sidebar' }, metadata: {} } });
                else if (message.key && message.key.startsWith('iframe.on:')) heard.add(message.key.slice('iframe.on:'.length));
                else if (message.request) {
                  const result = { errors: {} };
                  if (message.request === 'get') for (const path of message.params) result[path] = values[path] ?? null;
                  else for (const [name, given] of Object.entries(message.params)) {
                    if (acts[name]) acts[name](given[0]);
                    else if (!quiet.has(name)) result.errors[name] = { name: 'UnsupportedError', message: 'is not known here', path: name };
                  }
                  post({ id: message.id, result });
                }
              });
              document.getElementById('open').submit();
            </script>
            """;
    }

    private string Token(long user)
    {
        var host = new Uri(Address).Authority;
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var words = Segment(new() { ["alg"] = "RS256", ["typ"] = "JWT" }) + "." + Segment(new()
        {
            ["iss"] = host,
            ["aud"] = $"{Address}/api/v2/apps/installations/{Installation}.json",
            ["sub"] = user.ToString(CultureInfo.InvariantCulture),
            ["iat"] = now,
            ["exp"] = now + 60,
            ["jti"] = Guid.NewGuid().ToString("N"),
            ["context"] = new JsonObject { ["product"] = "support", ["location"] = "ticket_sidebar" },
        });
        return $"{words}.{Base64Url.EncodeToString(_key.SignData(Encoding.ASCII.GetBytes(words), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";

        static string Segment(JsonObject part) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(part));
    }

    private sealed class ConnectedHost(string dataDirectory, (string Name, string Value)[] settings) : WebApplicationFactory<Program>
    {
        public string DataDirectory => dataDirectory;

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Production");
            builder.UseSetting("data", dataDirectory);
            builder.UseSetting("urls", "http://127.0.0.1:0");
            builder.UseSetting("no-demo", "true");
            builder.UseSetting("SupportCopilot:Jobs:Enabled", "false");
            foreach (var (name, value) in settings) builder.UseSetting($"SupportCopilot:{name}", value);
            builder.ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        }
    }
}
