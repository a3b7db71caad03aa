using System.Net.Http.Json;
using System.Text.Json;
using SupportCopilot.Access;

namespace SupportCopilot.Tests.Questions.FollowUps;

/// <summary>A conversation over HTTP: what is said one after the other.</summary>
internal sealed class Conversing(QuestionDesk desk, string user = "anna", string? id = null)
{
    private readonly string _id = id ?? Guid.NewGuid().ToString("N");

    /// <summary>Says something, and gives the answer.</summary>
    public async Task<JsonElement> SayAsync(string text)
    {
        using var response = await desk.As(Role.Analyst, Product.Tenant, user).PostAsJsonAsync("/api/questions",
            new { text, conversation = _id, timeZone = QuestionDesk.Zone, asOf = QuestionDesk.AsOf }, TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, $"{text}: {body}");
        return JsonDocument.Parse(body).RootElement;
    }

    /// <summary>Says all of them, and gives the last answer.</summary>
    public async Task<JsonElement> SayAllAsync(params string[] texts)
    {
        JsonElement last = default;
        foreach (var text in texts) last = await SayAsync(text);
        return last;
    }

    /// <summary>What an answer is and how it was read, in one line.</summary>
    public static string Told(JsonElement answer) => answer.GetProperty("kind").GetString() switch
    {
        "answer" => answer.GetProperty("interpretation").GetString()!,
        "choices" => "choices: " + string.Join(" | ", answer.GetProperty("choices").EnumerateArray().Select(choice => choice.GetProperty("label").GetString())),
        var kind => $"{kind}: {answer.GetProperty("text").GetString()}",
    };
}
