using System.Text.Json;
using SupportCopilot.Tests.Models.Scripted;

namespace SupportCopilot.Tests.Models.Hostile.Harness;

/// <summary>Has the scripted model take turns. Whatever it says in its hostile turn holds a mark, so that nobody has to judge what got through.</summary>
public sealed class BadModel(ScriptedModel model)
{
    public const string Mark = "evil.example";

    /// <summary>A number that it makes up, and that stands nowhere else.</summary>
    public const string MadeUp = "7770777";

    private int _calls;

    /// <summary>Whose turn it is.</summary>
    public Turn Turn { get; private set; }

    public void Take(Turn turn)
    {
        Turn = turn;
        model.Answers = call => Answer(turn, call, Interlocked.Increment(ref _calls));
    }

    private static ScriptedAnswer Answer(Turn turn, ScriptedCall call, int number) => turn switch
    {
        Turn.Well => Good(call),
        Turn.Slow when call.IsStream => Good(call) with { Between = TimeSpan.FromSeconds(4) },
        Turn.Slow => Good(call) with { After = TimeSpan.FromSeconds(40) },
        Turn.Wrong => call.IsStream ? WrongWords(number) : WrongForm(call, number),
        Turn.Down => (number % 6) switch
        {
            0 => ScriptedAnswer.Error(500, "server_error", "It broke."),
            1 => ScriptedAnswer.Error(503, "overloaded", "Too many."),
            2 => ScriptedAnswer.Error(429, "rate_limit_exceeded", "Later.", "2"),
            3 => ScriptedAnswer.Raw("<html>502 Bad Gateway</html>"),
            4 => (call.IsStream ? ScriptedAnswer.Spoken("Hello ", "there, ") : ScriptedAnswer.Of("{}")) with { IsTruncated = true },
            _ => ScriptedAnswer.Reset,
        },
        _ => call.IsStream ? HostileWords(number) : HostileForm(call, number),
    };

    private static ScriptedAnswer Good(ScriptedCall call)
    {
        if (!call.IsStream) return ScriptedAnswer.Of(call.Data.TryGetProperty("ticket", out _) ? TriageAnswers.Good(call) : "{}");
        var source = call.Data.TryGetProperty("sources", out var sources) && sources.GetArrayLength() > 0 ? sources[0].GetProperty("text").GetString()! : "";
        return ScriptedAnswer.Spoken([.. $"{source.ReplaceLineEndings(" ")} [1]".Split(' ').Select(word => word + " ")]);
    }

    private static ScriptedAnswer WrongWords(int number) => (number % 4) switch
    {
        0 => ScriptedAnswer.Spoken("You ", "get ", $"{MadeUp} ", "euros ", "tomorrow. ", "[1] "),
        1 => ScriptedAnswer.Spoken("All ", "is ", "well. ", "[7] "),
        2 => ScriptedAnswer.Spoken("Das ", "wissen ", "wir ", "leider ", "nicht. "),
        _ => ScriptedAnswer.Spoken(""),
    };

    private static ScriptedAnswer WrongForm(ScriptedCall call, int number) => (number % 5) switch
    {
        0 => ScriptedAnswer.Of("I would say it is urgent."),
        1 => ScriptedAnswer.Of("{}"),
        2 => ScriptedAnswer.Of(TriageAnswers.Of("gossip")),
        3 => ScriptedAnswer.Of(TriageAnswers.Good(call)[..40], "length"),
        _ => ScriptedAnswer.Of("[1, 2"),
    };

    private static ScriptedAnswer HostileWords(int number) => (number % 5) switch
    {
        0 => ScriptedAnswer.Spoken("Please ", "visit ", $"https://{Mark}/pay ", "now. ", "[1] "),
        1 => ScriptedAnswer.Spoken("Write ", "to ", $"boss@{Mark} ", "please. ", "[1] "),
        2 => ScriptedAnswer.Spoken("![", $"x](http://{Mark}/i.png) ", "[1] "),
        3 => ScriptedAnswer.Spoken("<a ", $"href=//{Mark}>", "here</a> ", "[1] "),
        _ => ScriptedAnswer.Spoken($"{Mark.Replace(".", "[.]", StringComparison.Ordinal)} ", "helps. ", "[1] "),
    };

    private static ScriptedAnswer HostileForm(ScriptedCall call, int number) => (number % 4) switch
    {
        0 => ScriptedAnswer.Of(TriageAnswers.Of($"http://{Mark}")),
        1 => ScriptedAnswer.Of(JsonSerializer.Serialize(new { parts = new[] { new { text = $"Pay at https://{Mark}.", cites = new[] { 1 } } } })),
        2 => ScriptedAnswer.Raw(new string('x', 6_000_000)),
        _ => ScriptedAnswer.Of("""{"category": {"value": "<script src=//MARK>", "confidence": 1e400}}""".Replace("MARK", Mark, StringComparison.Ordinal)),
    };
}
