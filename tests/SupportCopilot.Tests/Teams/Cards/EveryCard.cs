using System.Text.Json;
using System.Text.Json.Nodes;
using SupportCopilot.Clusters;
using SupportCopilot.Questions;
using SupportCopilot.Reports;
using SupportCopilot.Teams.Cards;
using SupportCopilot.Teams.Cards.Format;
using SupportCopilot.Teams.Cards.Gallery;

namespace SupportCopilot.Tests.Teams.Cards;

public sealed class EveryCard
{
    private const string Trap = "[click](http://evil.example)";

    public static TheoryData<string> Names => [.. CardGallery.All.Select(entry => entry.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_version_1_5_without_nulls_and_says_itself_to_those_who_cannot_see_it(string name)
    {
        var json = CardTree.Json(CardNamed(name));
        Assert.Equal("AdaptiveCard", json["type"]!.GetValue<string>());
        Assert.Equal("1.5", json["version"]!.GetValue<string>());
        Assert.DoesNotContain("null", json.ToJsonString().Replace("null and", "", StringComparison.Ordinal));
        Assert.NotEqual("", json["speak"]!.GetValue<string>());
        Assert.NotEqual("", json["fallbackText"]!.GetValue<string>());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Has_a_fallback_for_what_not_every_client_knows(string name)
    {
        foreach (var found in CardTree.Objects(CardTree.Json(CardNamed(name))))
        {
            var type = found["type"]?.GetValue<string>() ?? "";
            if (type.StartsWith("Chart.", StringComparison.Ordinal)) Assert.NotNull(found["fallback"]);
            if (type == "Action.Execute" && found["title"]!.GetValue<string>() is var title && title.Length > 0)
            {
                Assert.Equal("Action.Submit", found["fallback"]!["type"]!.GetValue<string>());
                Assert.Equal(found["data"]!.ToJsonString(), found["fallback"]!["data"]!.ToJsonString());
                Assert.Equal(found["verb"]!.GetValue<string>(), found["data"]!["verb"]!.GetValue<string>());
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Asks_for_each_input_by_a_label_and_says_what_is_missing(string name)
    {
        foreach (var input in CardTree.Of(CardNamed(name), "Input.Text"))
        {
            Assert.NotNull(input["id"]);
            Assert.NotEqual("", input["label"]!.GetValue<string>());
            if (input["isRequired"] is not null) Assert.NotNull(input["errorMessage"]);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Shows_words_above_whatever_is_wide(string name)
    {
        var body = CardNamed(name).Body;
        var wide = body.Select((element, i) => (element, i)).FirstOrDefault(place => place.element is CardChart or Table);
        if (wide.element is not null) Assert.Contains(body.Take(wide.i), element => element is RichTextBlock);
    }

    [Fact]
    public void Keeps_other_peoples_words_out_of_what_Teams_reads_as_markdown()
    {
        foreach (var card in CardsFullOf(Trap))
        {
            Assert.Contains(CardTree.Texts(card), text => text.Contains(Trap, StringComparison.Ordinal));   // else nothing is proved
            foreach (var block in CardTree.Of(card, "TextBlock")) Assert.DoesNotContain("](", block["text"]!.GetValue<string>());
            foreach (var fact in CardTree.Of(card, "FactSet")) Assert.DoesNotContain("](", fact.ToJsonString());
            Assert.DoesNotContain("](", card.FallbackText);
            Assert.DoesNotContain("](", card.Speak);
        }
    }

    [Theory]
    [InlineData("Words of a customer ", 8_000)]
    [InlineData("日本語の長い言葉", 8_000)]
    [InlineData("👩‍👩‍👧‍👦", 5_000)]
    [InlineData("\"<&\\", 9_000)]
    public void Stays_below_the_limit_of_a_message_whatever_it_is_made_of(string words, int times)
    {
        var longWords = string.Concat(Enumerable.Repeat(words, times / words.Length + 1));
        foreach (var card in CardsFullOf(longWords, rows: 400))
        {
            Assert.InRange(CardSize.BytesOf(card), 1, CardSize.Most);
            Assert.True(JsonSerializer.SerializeToUtf8Bytes(new Attachment(card), CardJson.Default.Attachment).Length < 28 * 1024);
        }
    }

    [Fact]
    public void Drops_marks_that_turn_the_writing_direction_and_break_lines() =>
        Assert.Equal("approve eslaf a b", Words.Run("approve \u202Eeslaf\u202C a\nb\u0007").Text);

    [Fact]
    public void Never_parts_a_surrogate_pair_where_it_cuts()
    {
        for (var length = 1; length < 10; length++)
            Assert.DoesNotContain('\uFFFD', System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(Words.Cut("😀😀😀😀😀", length))));
    }

    private static AdaptiveCard CardNamed(string name) => CardGallery.All.Single(entry => entry.Name == name).Card;

    /// <summary>Each kind of card, with the words wherever somebody else's can stand.</summary>
    private static IEnumerable<AdaptiveCard> CardsFullOf(string words, int rows = 3)
    {
        var row = new List<object?> { words, words, 12.5, 11.5, 0.1 };
        foreach (var type in new[] { "line", "bar", "groupedBar", "stackedBar" })
            foreach (var (dimensions, compared) in new[] { (1, false), (1, true), (2, false), (2, true) })
            {
                AnswerColumn[] columns =
                [
                    .. Enumerable.Range(0, dimensions).Select(i => new AnswerColumn(words, "dimension")),
                    new(words, "measure", "minutes"),
                    .. compared ? new AnswerColumn[] { new(words, "before", "minutes"), new(words, "change", "share") } : [],
                ];
                yield return AnswerCard.Of(SampleAnswers.Figure with
                {
                    Text = words,
                    Interpretation = words,
                    Columns = columns,
                    Unplaced = Many(words, rows),
                    Suggestions = Many(words, rows),
                    Rows = [.. Enumerable.Range(0, rows).Select(i => row.Skip(2 - dimensions).Select((cell, j) => j == 0 ? $"{i} {cell}" : cell).ToArray())],
                    Chart = new AnswerChart(type, []),
                    Choices = [.. Many(words, rows).Select(choice => new AnswerChoice(choice, 3, choice))],
                });
            }

        var cluster = new ClusterDetail(1, words[..Math.Min(words.Length, 200)], "proposed", 3, 1)
        {
            Terms = Many(words, rows),
            Resolution = words[..Math.Min(words.Length, 10_000)],
            Examples = [.. Many(words, rows).Select(subject => new ClusterTicket(1, subject, 1))],
            DecidedBy = words,
            RejectReason = words,
        };
        foreach (var state in new[] { "proposed", "approved", "published", "rejected", "gone" })
            yield return ApprovalCard.Of(cluster with { State = state }, new DecisionResult(DecisionOutcome.Changed, cluster, words));
        yield return ApprovalCard.OfNothing(new DecisionResult(DecisionOutcome.NotFound, null, words));
        yield return DigestCard.Of(new DigestPost(words, "2026-03-09 – 2026-03-15", "UTC")
        {
            Figures = [.. Many(words, rows).Select(name => new DigestFigure(name, 1, 2, "tickets", name))],
            Movers = [.. Many(words, rows).Select(name => new DigestMover(name, name, 1, 2))],
            Clusters = [.. Many(words, rows).Select(name => new DigestCluster(1, name, 2, 1))],
        });
        yield return GreetingCards.UnknownPerson(words, words);
        yield return GreetingCards.Error(words, words, words);
    }

    private static IReadOnlyList<string> Many(string words, int count) => [.. Enumerable.Repeat(words, count)];
}
