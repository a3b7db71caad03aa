using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using SupportCopilot.Access;

namespace SupportCopilot.Tests.Http;

/// <summary>A canary's words go through every door of the product; no line of the log, at any level, may hold them.</summary>
public sealed class LogsHoldNoWords(Product product) : IClassFixture<Product>
{
    private const string Word = "quetzalcanary";
    private const string Mail = "quetzal.canary@example.org";

    [Fact]
    public async Task Whatever_a_customer_wrote_goes_into_no_log()
    {
        var admin = product.As(Role.Admin);
        var made = await Send(admin, HttpMethod.Post, "/api/tickets", new { subject = $"Lost {Word}", description = $"My {Word} is lost, write to {Mail}", requesterName = Word, requesterEmail = Mail });
        Assert.True(made.IsSuccessStatusCode);
        await Send(admin, HttpMethod.Post, "/api/tickets", new { subject = $"Bad {Word}", requesterEmail = $"{Word}{Word}" });
        await admin.PostAsync("/api/tickets", new StringContent($"{{\"subject\": {Word}", Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);
        await Send(admin, HttpMethod.Post, "/api/articles", new { title = $"On {Word}", body = $"# Finding a {Word}\nLook under the sofa for the lost {Word}." });
        await Upload(admin, $"id,created_at,description,requester email\nC-1,2026-03-02,The {Word} cries,{Mail}\nC-2,{Word} 31/31/2026,x,{Mail}\n");
        await product.WorkOffAsync();

        var address = made.Headers.Location!.ToString();
        foreach (var path in new[] { address, $"{address}/assist", $"/api/tickets?q={Word}", $"/api/search?q={Word}", $"/api/tickets?category={Word}", $"/api/tickets?after={Word}" })
            await admin.GetAsync(path, TestContext.Current.CancellationToken);
        await Send(admin, HttpMethod.Put, $"{address}/triage/category", new { value = Word });
        await Send(admin, HttpMethod.Post, "/api/feedback", new { ticketId = long.Parse(address.Split('/')[^1]), suggestionId = (Guid?)null, verdict = "down", reason = Word, correction = $"Use {Word}" });
        await Send(admin, HttpMethod.Post, "/api/feedback", new { ticketId = 1, verdict = Word });

        await SayToTheBot($"How many tickets about the {Word} of {Mail}?");
        foreach (var question in new[] { $"tickets from {Word}", $"tickets mentioning {Word}", $"tickets about {Word} last week by category" })
            await Send(admin, HttpMethod.Post, "/api/questions", new { text = question });

        Assert.True(product.Log.All.Count > 20, "Hardly anything was logged, so nothing was proved.");
        Assert.Empty(product.Log.All.Where(line => line.Contains(Word, StringComparison.OrdinalIgnoreCase) || line.Contains(Mail, StringComparison.OrdinalIgnoreCase)).Select(line => line.Split(": ")[0]).Distinct().ToList());
    }

    private async Task SayToTheBot(string text)
    {
        product.Outside.Has("localhost:56150", new Bot.FakeConnector().AnswerAsync);
        var message = Bot.BotProduct.Activity("message", text, user: Word);
        await product.Anonymous().PostAsync("/api/messages", new StringContent(message.ToJsonString(), Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);
        message["channelData"] = Word;
        await product.Anonymous().PostAsync("/api/messages", new StringContent(message.ToJsonString(), Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);
    }

    private static Task<HttpResponseMessage> Send(HttpClient client, HttpMethod method, string path, object body) =>
        client.SendAsync(new HttpRequestMessage(method, path) { Content = JsonContent.Create(body) }, TestContext.Current.CancellationToken);

    private static async Task Upload(HttpClient client, string csv)
    {
        var file = new ByteArrayContent(Encoding.UTF8.GetBytes(csv));
        file.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        using var form = new MultipartFormDataContent { { file, "file", "canary.csv" } };
        await client.PostAsync("/api/imports", form, TestContext.Current.CancellationToken);
    }
}
