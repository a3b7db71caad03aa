using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Text;
using SupportCopilot.Access;
using SupportCopilot.Tests.Importing;
using SupportCopilot.Tests.Models;
using SupportCopilot.Tests.Models.Scripted;
using SupportCopilot.Tests.Replies;
using SupportCopilot.Tests.Zendesk.Webhooks;

namespace SupportCopilot.Tests.Http;

/// <summary>A canary goes the main ways while models fail; neither logs nor traces nor the bodies of errors hold it.</summary>
public sealed class TracesAndErrorsHoldNoWords
{
    private const string Canary = "vicunacanary";

    [Fact]
    public async Task Whatever_a_customer_wrote_while_a_model_fails()
    {
        var traces = new ConcurrentQueue<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => traces.Enqueue(Told(activity)),
        };
        ActivitySource.AddActivityListener(listener);
        var errors = new ConcurrentQueue<string>();
        await using var product = await ModelProduct.StartAsync();
        await using var desk = Product.With(Webhook.Settings);   // a connected desk switches the Development sign-in off
        await desk.InitializeAsync();
        product.Model.Answers = _ => ScriptedAnswer.Error(500, "server_error", $"The server choked on {Canary}.");
        var agent = product.As(Role.Admin);
        var ticket = await product.HasDeskTicketAsync($"Charged twice {Canary}", $"I, {Canary} Smith, was charged twice. Mail {Canary}@example.org.");

        await product.WorkOffAsync();
        await Told(new Webhook(Webhook.EventBody(77, "ticket.status_changed").Replace("quetzal", Canary, StringComparison.Ordinal), Webhook.GoodSecret, TimeProvider.System.GetUtcNow()).SendAsync(desk), errors);
        await Told(new Webhook($"{{\"type\": {Canary}", Webhook.GoodSecret, TimeProvider.System.GetUtcNow()).SendAsync(desk), errors);
        await Told(agent.PostAsJsonAsync("/api/questions", new { text = $"how many {Canary} zorbs were frobbed by {Canary}" }, Ct), errors, isAskers: true);
        await Told(agent.GetAsync($"/api/tickets/{ticket}/assist", Ct), errors);
        await Told(agent.PostAsJsonAsync($"/api/tickets/{ticket}/reply", new { tone = "friendly" }, Ct), errors);
        await Told(agent.GetAsync($"/api/tickets/{ticket}/reply/written", Ct), errors);
        await desk.WorkOffAsync("default");
        await product.ImportAsync(Encoding.UTF8.GetBytes($"id,subject,created_at\n1,{Canary},2026-03-02\n2,{Canary},{Canary}\n"), Product.Tenant, "bad.csv");

        Assert.True(product.Log.All.Count > 20, "Hardly anything was logged, so nothing was proved.");
        Assert.True(traces.Count > 5, "Hardly anything was traced, so nothing was proved.");
        Assert.DoesNotContain([.. product.Log.All, .. desk.Log.All], Holds);
        Assert.DoesNotContain(traces, Holds);
        Assert.DoesNotContain(errors, Holds);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static bool Holds(string line) => line.Contains(Canary, StringComparison.OrdinalIgnoreCase);

    // What an asker wrote themselves may come back to them; of others' words an error holds none.
    private static async Task Told(Task<HttpResponseMessage> call, ConcurrentQueue<string> errors, bool isAskers = false)
    {
        using var answer = await call;
        if (!answer.IsSuccessStatusCode && !isAskers) errors.Enqueue(await answer.Content.ReadAsStringAsync(Ct));
    }

    private static string Told(Activity activity) =>
        string.Join('|', [activity.DisplayName, activity.StatusDescription, .. activity.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"), .. activity.Baggage.Select(item => $"{item.Key}={item.Value}"), .. activity.Events.SelectMany(happened => happened.Tags.Select(tag => $"{happened.Name} {tag.Key}={tag.Value}"))]);
}
