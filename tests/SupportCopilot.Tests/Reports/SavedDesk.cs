using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Reports.Alerts;
using SupportCopilot.Reports.Sending;
using SupportCopilot.Storage;
using SupportCopilot.Tests.Posting;
using SupportCopilot.Tickets;

namespace SupportCopilot.Tests.Reports;

/// <summary>A product whose clock a test sets, whose channels are a fake's, and in which people save, schedule and watch.</summary>
public sealed class SavedDesk : IAsyncDisposable
{
    /// <summary>A Wednesday, noon in UTC.</summary>
    public static readonly DateTimeOffset Start = new(2026, 3, 11, 12, 0, 0, TimeSpan.Zero);

    public SavedDesk() => Product = Product.Having(services =>
    {
        Teams.Register(services);
        services.AddSingleton<TimeProvider>(Clock);
    }, "SupportCopilot:Posting:AnswerWithinSeconds=1");

    public SetClock Clock { get; } = new(Start);

    public FakeConversations Teams { get; } = new();

    public Product Product { get; }

    /// <summary>Tickets created at a time, so many, with a category.</summary>
    public Task HasTicketsAsync(int count, DateTime at, string category = "billing", string? status = null, double? csat = null, string prefix = "t") => Product.HasTicketsAsync([.. Enumerable.Range(0, count).Select(i => new IncomingTicket("file", $"{prefix}-{category}-{at:yyyyMMddHHmm}-{i}")
    {
        Subject = "x",
        CreatedAt = at.AddSeconds(i),
        Status = status ?? TicketStatus.Open,
        SolvedAt = status is "solved" ? at.AddMinutes(30) : null,
        Csat = csat,
        Given = new() { Category = category },
        Comments = [new("0", "words")],
    })]);

    /// <summary>Says something in a conversation over HTTP.</summary>
    public async Task<JsonElement> SayAsync(string text, string conversation = "19:general@thread.tacv2", string user = "anna", Role role = Role.Analyst, string? timeZone = null)
    {
        using var client = Product.As(role, user: user);
        using var answer = await client.PostAsJsonAsync("/api/questions", new { text, conversation, timeZone }, TestContext.Current.CancellationToken);
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, body);
        return JsonDocument.Parse(body).RootElement;
    }

    /// <summary>What the bot would say, with its kind before it.</summary>
    public async Task<string> HearAsync(string text, string conversation = "19:general@thread.tacv2", string user = "anna", Role role = Role.Analyst, string? timeZone = null)
    {
        var answer = await SayAsync(text, conversation, user, role, timeZone);
        return $"{answer.GetProperty("kind").GetString()}: {answer.GetProperty("text").GetString()}";
    }

    /// <summary>What the jobs do at each tick, at a time.</summary>
    public async Task<IReadOnlyList<EffectRow>> TickAtAsync(int year, int month, int day, int hour, int minute = 0, int second = 0)
    {
        Clock.Set(new DateTimeOffset(year, month, day, hour, minute, second, TimeSpan.Zero));
        return await TickAsync();
    }

    public async Task<IReadOnlyList<EffectRow>> TickAsync() =>
    [
        .. await Product.InsideAsync(services => services.GetRequiredService<PostDueReports>().RunAsync(CancellationToken.None)),
        .. await Product.InsideAsync(services => services.GetRequiredService<CheckAlerts>().RunAsync(CancellationToken.None)),
    ];

    /// <summary>The words of everything that arrived.</summary>
    public IReadOnlyList<string> Arrived => [.. Teams.Arrived.Select(message => message.Post switch
    {
        ReportPost report => $"{report.Name}: {report.Answer.Text}",
        AlertPost alert => $"{alert.Name}: {alert.Text}",
        NoticePost notice => notice.Text,
        var other => other.GetType().Name,
    })];

    public ValueTask DisposeAsync() => Product.DisposeAsync();
}
