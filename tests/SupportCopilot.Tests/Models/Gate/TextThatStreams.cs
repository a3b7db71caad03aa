using SupportCopilot.Models;
using SupportCopilot.Tests.Models.Scripted;

namespace SupportCopilot.Tests.Models.Gate;

public sealed class TextThatStreams
{
    [Fact]
    public async Task Comes_in_whole_sentences_each_checked()
    {
        await using var desk = await GateDesk.StartAsync();
        desk.Small.Answers = _ => ScriptedAnswer.Spoken("The cust", "omer paid 3.5", "0 twice. [1] The", " refund is", " under way. Done");

        var (pieces, result) = await desk.ListenAsync();

        Assert.Equal(["The customer paid 3.50 twice. [1] ", "The refund is under way. ", "Done"], pieces);
        var answered = Assert.IsType<ModelResult<string>.Answered>(result);
        Assert.Equal(("The customer paid 3.50 twice. [1] The refund is under way. Done", 300L, 40L), (answered.Value, answered.Use.InputTokens, answered.Use.OutputTokens));
    }

    [Fact]
    public async Task Comes_word_by_word_but_no_link_before_it_is_whole()
    {
        await using var desk = await GateDesk.StartAsync();
        desk.Small.Answers = _ => ScriptedAnswer.Spoken("See ", "[the ", "page](https://evil", ".test) and ", "<b>th", "is</b> end");

        var (pieces, _) = await desk.ListenAsync(with: request => request with { Pieces = ModelPieces.Words });

        Assert.Equal("See ", pieces[0]);
        Assert.Contains(pieces, piece => piece.Contains("[the page](https://evil.test)", StringComparison.Ordinal));
        Assert.Contains(pieces, piece => piece.Contains("<b>this</b>", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Starts_before_the_model_has_ended()
    {
        await using var desk = await GateDesk.StartAsync();
        desk.Small.Answers = _ => ScriptedAnswer.Spoken(["First. ", .. Enumerable.Repeat("And more. ", 30)]) with { Between = TimeSpan.FromMilliseconds(50) };
        var start = TimeProvider.System.GetTimestamp();
        TimeSpan? first = null;

        var (pieces, _) = await desk.ListenAsync((_, piece) =>
        {
            first ??= TimeProvider.System.GetElapsedTime(start);
            return ModelReading<string>.Right(piece);
        });

        Assert.Equal(31, pieces.Count);
        Assert.True(first < TimeProvider.System.GetElapsedTime(start) - TimeSpan.FromSeconds(1), $"{first}");
    }

    [Fact]
    public async Task Ends_at_a_piece_that_may_not_be_shown()
    {
        await using var desk = await GateDesk.StartAsync();
        desk.Small.Answers = _ => ScriptedAnswer.Spoken("All is well. ", "Write to evil@evil.test. ", "Bye.");

        var (pieces, result) = await desk.ListenAsync((_, piece) => piece.Contains('@', StringComparison.Ordinal) ? ModelReading<string>.NotRight("it has an address.") : ModelReading<string>.Right(piece));

        Assert.Equal(["All is well. "], pieces);
        Assert.Equal("malformed", result.Because);
        Assert.Empty(desk.Medium.Calls);   // what was shown is not taken back
    }

    [Fact]
    public async Task Comes_from_the_next_server_where_the_first_has_shown_nothing()
    {
        await using var desk = await GateDesk.StartAsync();
        desk.Small.Answers = _ => ScriptedAnswer.Spoken("Write to evil@evil.test. ");
        desk.Medium.Answers = _ => ScriptedAnswer.Error(503, "down", "Sorry.");
        desk.Large.Answers = _ => ScriptedAnswer.Spoken("All is well.");

        var (pieces, result) = await desk.ListenAsync((_, piece) => piece.Contains('@', StringComparison.Ordinal) ? ModelReading<string>.NotRight("it has an address.") : ModelReading<string>.Right(piece));

        Assert.Equal(["All is well."], pieces);
        Assert.Equal((null, "large"), (result.Because, result.Use.Server));
        Assert.True(result.Use.InputTokens >= 600);   // the first one's too
    }

    [Fact]
    public async Task That_breaks_off_is_no_answer()
    {
        await using var desk = await GateDesk.StartAsync();
        desk.Small.Answers = _ => ScriptedAnswer.Spoken("All is well. ", "But the") with { IsTruncated = true };

        var (pieces, result) = await desk.ListenAsync();

        Assert.Equal(["All is well. "], pieces);
        Assert.Equal("unavailable", result.Because);
        Assert.True(result.Use.CostMicros > 0);   // it was paid for though its bill never came
    }

    [Fact]
    public async Task That_falls_silent_ends_in_time()
    {
        await using var desk = await GateDesk.StartAsync("SupportCopilot:Models:1:TrySeconds=0.4");
        desk.Small.Answers = _ => ScriptedAnswer.Spoken("All is well. ", "x", "y", "z") with { Between = TimeSpan.FromSeconds(0.2) };
        Assert.Null((await desk.ListenAsync()).Result.Because);

        desk.Small.Answers = _ => ScriptedAnswer.Spoken("All is well. ", "But", "then") with { Between = TimeSpan.FromSeconds(20) };
        desk.Medium.Answers = desk.Large.Answers = _ => ScriptedAnswer.Error(401, "no", "No.");
        var start = TimeProvider.System.GetTimestamp();
        Assert.NotNull((await desk.ListenAsync(with: request => request with { Within = TimeSpan.FromSeconds(2) })).Result.Because);
        Assert.True(TimeProvider.System.GetElapsedTime(start) < TimeSpan.FromSeconds(4));
    }
}
