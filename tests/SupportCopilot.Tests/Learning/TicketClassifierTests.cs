using SupportCopilot.Learning.Classification;

namespace SupportCopilot.Tests.Learning;

public sealed class TicketClassifierTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;
    private static readonly LinearClassifierOptions Options = new();

    [Fact]
    public void Learns_from_given_values_what_words_do_not_tell()
    {
        var (texts, given, labels) = Make(800);

        var (byWords, withGiven) = HeldOut.Evaluate(texts, given, labels, Options, 0.2, 1, Ct);

        Assert.InRange(byWords.Accuracy, 0.35, 0.65);
        Assert.True(withGiven.Accuracy > 0.8, $"accuracy {withGiven.Accuracy}");
        Assert.True(withGiven.CalibrationError < 0.1, $"calibration error {withGiven.CalibrationError}");
    }

    [Fact]
    public void Judges_by_the_words_alone_and_just_so_where_it_knows_none_of_the_values()
    {
        var (texts, given, labels) = Make(400);
        var classifier = TicketClassifier.Train(texts, given, labels, Options, Ct);
        var words = LinearClassifier.Train(texts, labels, Options, Ct);

        Assert.All(texts[..50], text => Assert.Equal(words.Predict(text), classifier.Predict(text, [])));
        Assert.All(texts[..50], text => Assert.Equal(words.Predict(text), classifier.Predict(text, [new("colour", "mauve"), new("size", "red")])));
        Assert.False(classifier.Knows([new("colour", "mauve")]));
        Assert.True(classifier.Knows([new("colour", " RED ")]));
    }

    [Fact]
    public void Names_the_value_that_decided_and_none_that_says_nothing()
    {
        var (texts, given, labels) = Make(800);
        var classifier = TicketClassifier.Train(texts, given, labels, Options, Ct);
        Assert.Equal(new GivenValue("colour", "red"), Assert.Single(classifier.Predict("hello", [new("shape", "round"), new("colour", "red")])[0].Because));
    }

    [Fact]
    public void Takes_up_nothing_that_has_nothing_to_do_with_the_label()
    {
        for (var seed = 1; seed <= 5; seed++)
        {
            var (texts, given, labels) = Make(400);
            new Random(seed).Shuffle(labels);
            Assert.Empty(TicketClassifier.Train(texts, given, labels, Options, Ct).GivenFields);
        }
    }

    [Fact]
    public void Leaves_out_rare_values_and_copies_of_the_label()
    {
        var (texts, given, labels) = Make(400);
        var more = given.Select((values, i) => (IReadOnlyList<GivenValue>)[.. values, new("copy", labels[i] + "!"), new("number", $"{i / 5}")]).ToArray();
        Assert.Equal(["colour", "shape"], TicketClassifier.Train(texts, more, labels, Options, Ct).GivenFields);
    }

    [Fact]
    public void Predicts_the_same_after_being_written_and_read()
    {
        var (texts, given, labels) = Make(400);
        var classifier = TicketClassifier.Train(texts, given, labels, Options, Ct);

        var read = TicketClassifier.Read(new MemoryStream(Bytes(classifier)));

        Assert.Equal(classifier.GivenFields, read.GivenFields);
        Assert.All(texts.Zip(given), pair => Assert.Equivalent(classifier.Predict(pair.First, pair.Second), read.Predict(pair.First, pair.Second)));
    }

    [Fact]
    public void Reads_what_was_written_before_there_were_given_values()
    {
        var (texts, given, labels) = Make(200);
        var words = LinearClassifier.Train(texts, labels, Options, Ct);
        var stream = new MemoryStream();
        words.Write(stream);
        stream.Position = 0;

        var read = TicketClassifier.Read(stream);

        Assert.Empty(read.GivenFields);
        Assert.Equal(words.Predict(texts[0]), read.Predict(texts[0], given[0]));
    }

    [Fact]
    public void Refuses_a_damaged_stream()
    {
        var (texts, given, labels) = Make(400);
        var bytes = Bytes(TicketClassifier.Train(texts, given, labels, Options, Ct));
        Assert.All(Damage.Of(bytes), damaged => Assert.Throws<InvalidDataException>(() => TicketClassifier.Read(new MemoryStream(damaged))));
    }

    [Fact]
    public void Is_the_same_for_any_number_of_threads()
    {
        var (texts, given, labels) = Make(300);
        Assert.Equal(Bytes(TicketClassifier.Train(texts, given, labels, Options, Ct)), Bytes(TicketClassifier.Train(texts, given, labels, Options with { MaxThreads = 1 }, Ct)));
    }

    [Fact]
    public void Refuses_lists_that_do_not_fit_each_other() =>
        Assert.Throws<ArgumentException>(() => TicketClassifier.Train(["a", "b"], [[]], ["x", "y"], Options, Ct));

    private static byte[] Bytes(TicketClassifier classifier)
    {
        var stream = new MemoryStream();
        classifier.Write(stream);
        return stream.ToArray();
    }

    /// <summary>Words that tell nothing; a colour that tells the label nine times of ten, a shape that does not.</summary>
    private static (string[] Texts, IReadOnlyList<GivenValue>[] Given, string[] Labels) Make(int count)
    {
        var random = new Random(3);
        string[] words = ["door", "lamp", "chair", "table", "window", "carpet"];
        var labels = Enumerable.Range(0, count).Select(_ => random.Next(2) == 0 ? "stop" : "go").ToArray();
        return (
            [.. labels.Select(_ => string.Join(' ', random.GetItems(words, 4)))],
            [.. labels.Select(label => (IReadOnlyList<GivenValue>)[new("colour", random.Next(10) == 0 == (label == "stop") ? "green" : "red"), new("shape", random.Next(2) == 0 ? "round" : "square")])],
            labels);
    }
}
