using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Knowledge;
using SupportCopilot.Knowledge.Articles;
using SupportCopilot.Replies.AutoAnswers;
using SupportCopilot.Storage;
using SupportCopilot.Tests.Zendesk;
using SupportCopilot.Tickets;
using SupportCopilot.Triage;
using ZendeskSimulator;
using ZendeskSimulator.Oracle;

namespace SupportCopilot.Tests.Replies.AutoAnswers;

/// <summary>A product beside a simulated account, with an article and a ticket that it answers.</summary>
internal sealed class AnsweringDesk : IAsyncDisposable
{
    public const string Quote = "Open Settings, Export and choose CSV to export your contacts as a file.";

    private AnsweringDesk(SyncedDesk desk) => Desk = desk;

    public SyncedDesk Desk { get; }

    public SimulatedZendesk Zendesk => Desk.Zendesk;

    public long Ticket { get; private set; }

    /// <param name="mode">What the tenant lets be done with documentation; null leaves it as at the start.</param>
    /// <param name="article">Another article.</param>
    /// <param name="writeBack">How much is written to the desk.</param>
    /// <param name="settings">More settings.</param>
    public static async Task<AnsweringDesk> WithAsync(string? mode = "propose", Func<IncomingArticle, IncomingArticle>? article = null, string writeBack = "Full", params string[] settings)
    {
        var desk = new AnsweringDesk(await SyncedDesk.WithAsync(new() { Tickets = 1 }, null, [$"SupportCopilot:Zendesk:WriteBack={writeBack}", .. settings]));
        var written = new IncomingArticle("file", "1", "Export your contacts", Quote) { Url = "https://help.example.com/export", Language = "en" };
        await desk.InsideAsync(services => services.GetRequiredService<WriteArticles>().RunAsync([article is null ? written : article(written)], CancellationToken.None));
        if (mode is not null)
        {
            await desk.SetAsync("propose");
            await desk.SetAsync(mode);
        }

        return desk;
    }

    public async Task SetAsync(string mode)
    {
        var kept = await InsideAsync(services => services.GetRequiredService<KeepAutoAnswerPolicy>().RunAsync(new(mode == "stopped" ? true : null, mode == "stopped" ? null : mode, null, null), CancellationToken.None));
        Assert.Null(kept.Refused);
    }

    /// <summary>A customer asks, and triage makes this of it.</summary>
    public async Task AskedAsync(string urgency = "low", string sentiment = "neutral", double confidence = 0.9, string category = "documentation", string body = "How do I export my contacts as a file? No rush.")
    {
        Ticket = Zendesk.Customer(1).Opens("Export contacts", body);
        Desk.Clock.Advance(TimeSpan.FromMinutes(1));
        await Desk.FetchAsync(Ticket);
        await Desk.Product.WorkOffAsync(SyncedDesk.Tenant);
        await Desk.Product.DatabaseAsync(async db =>
        {
            var id = Ticket.ToString();
            var ticket = await db.Tickets.SingleAsync(t => t.ExternalId == id);
            (ticket.Predicted.Category, ticket.Predicted.Urgency, ticket.Predicted.Sentiment, ticket.Predicted.Emotion, ticket.Predicted.Priority, ticket.Predicted.Language, ticket.SentimentScore)
                = (category, urgency, sentiment, "neutral", null, "en", sentiment == "negative" ? -0.6 : 0);
            var fields = new Dictionary<string, FieldJudgement>
            {
                ["category"] = new(category, confidence, TriageSource.Rules, "category-1", []),
                ["urgency"] = new(urgency, 0.9, TriageSource.Rules, "urgency-1", []),
                ["sentiment"] = new(sentiment, 0.9, TriageSource.Rules, "sentiment-1", []),
            };
            (await db.Verdicts.SingleAsync(v => v.TicketId == ticket.Id)).Detail = JsonSerializer.Serialize(new Judgement { Fields = fields }, JudgementJson.Default.Judgement);
            ticket.Owed = Owed.Nothing;
            ticket.Version++;
            return await db.SaveChangesAsync();
        }, SyncedDesk.Tenant);
    }

    /// <summary>The job, once.</summary>
    public Task<int> TickAsync() => InsideAsync(services => services.GetRequiredService<AnswerByItself>().RunAsync(TestContext.Current.CancellationToken));

    /// <summary>Time goes by, and it comes round again.</summary>
    public async Task LaterAsync()
    {
        Desk.Clock.Advance(TimeSpan.FromMinutes(5));
        await TickAsync();
    }

    /// <summary>What stands at the desk from us about an answer: the triage notes are not among it.</summary>
    public IReadOnlyList<CommentSeen> Answers => [.. Zendesk.Ticket(Ticket).Comments.Where(comment => comment.Body.Contains(Quote, StringComparison.Ordinal))];

    public Task<List<Effect>> EffectsAsync() => Desk.LookAsync(db => db.Effects.AsNoTracking().Where(e => e.Intent.StartsWith("auto-answer/")).ToListAsync());

    public Task<T> InsideAsync<T>(Func<IServiceProvider, Task<T>> work) => Desk.Product.InsideAsync(work, SyncedDesk.Tenant);

    public ValueTask DisposeAsync() => Desk.DisposeAsync();
}
