using SupportCopilot.Learning.Classification;

namespace SupportCopilot.Tests.Learning;

public sealed class LinearClassifierTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public void Learns_what_sets_topics_apart()
    {
        var (texts, labels) = Corpus.Make(400);

        var report = HeldOut.Evaluate(texts, labels, new LinearClassifierOptions(), 0.2, 1, Ct);

        Assert.True(report.Accuracy > 0.95, $"accuracy {report.Accuracy}");
        Assert.True(report.MacroF1 > 0.95, $"macro-F1 {report.MacroF1}");
    }

    [Theory]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(17)]
    public void Tells_any_number_of_labels_apart(int count)
    {
        string[] labels = [.. Enumerable.Range(0, count).Select(i => $"label {i}")];
        string[] texts = [.. Enumerable.Range(0, count).Select(i => $"please look at {new string((char)('a' + i), 6)}")];

        var classifier = LinearClassifier.Train([.. texts, .. texts], [.. labels, .. labels], new LinearClassifierOptions(), Ct);

        Assert.Equal(labels, texts.Select(text => classifier.Predict(text)[0].Label));
    }

    [Fact]
    public void Beats_no_chance_when_labels_are_shuffled()
    {
        var (texts, labels) = Corpus.Make(800);
        new Random(3).Shuffle(labels);

        var report = HeldOut.Evaluate(texts, labels, new LinearClassifierOptions(), 0.25, 1, Ct);

        var fourSigma = 4 * Math.Sqrt(0.25 * 0.75 / report.Count);
        Assert.InRange(report.Accuracy, 0.25 - fourSigma, 0.25 + fourSigma);
    }

    [Theory]
    [InlineData("my invoice was charged twice")]
    [InlineData("")]
    [InlineData("   \t\n")]
    [InlineData("qqqq zzzz xxxx")]
    [InlineData("Où est mon колис? 我的包裹在哪里 🚚🚚 \ud83d")]
    public void Gives_probabilities_that_sum_to_one(string text)
    {
        var (texts, labels) = Corpus.Make(80);

        var scores = LinearClassifier.Train(texts, labels, new LinearClassifierOptions(), Ct).Predict(text, 99);

        Assert.Equal(4, scores.Count);
        Assert.All(scores, s => Assert.InRange(s.Confidence, 0, 1));
        Assert.Equal(1, scores.Sum(s => s.Confidence), 9);
        Assert.Equal(scores.OrderByDescending(s => s.Confidence), scores);
    }

    [Fact]
    public void Falls_back_to_each_labels_share_where_nothing_is_known()
    {
        var (texts, _) = Corpus.Make(10);
        string[] labels = ["rare", .. Enumerable.Repeat("often", 9)];

        var scores = LinearClassifier.Train(texts, labels, new LinearClassifierOptions(), Ct).Predict("");

        Assert.Equal([new LabelScore("often", 0.9), new LabelScore("rare", 0.1)], scores);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Is_the_same_for_any_number_of_threads(int threads)
    {
        var (texts, labels) = Corpus.Make(200);
        var options = new LinearClassifierOptions();

        Assert.Equal(Bytes(LinearClassifier.Train(texts, labels, options, Ct)), Bytes(LinearClassifier.Train(texts, labels, options with { MaxThreads = threads }, Ct)));
    }

    [Fact]
    public void Predicts_the_same_after_being_written_and_read()
    {
        var (texts, labels) = Corpus.Make(200);
        var classifier = LinearClassifier.Train(texts, labels, new LinearClassifierOptions(), Ct);

        var read = LinearClassifier.Read(new MemoryStream(Bytes(classifier)));

        Assert.Equal(classifier.Labels, read.Labels);
        Assert.All(texts, text => Assert.Equal(classifier.Predict(text), read.Predict(text)));
    }

    [Fact]
    public void Leaves_what_follows_it_in_a_stream_alone()
    {
        var (texts, labels) = Corpus.Make(20);
        var stream = new MemoryStream([.. Bytes(LinearClassifier.Train(texts, labels, new LinearClassifierOptions(), Ct)), 42]);

        LinearClassifier.Read(stream);

        Assert.Equal(42, stream.ReadByte());
    }

    [Fact]
    public void Refuses_a_damaged_stream()
    {
        var (texts, labels) = Corpus.Make(40);
        var bytes = Bytes(LinearClassifier.Train(texts, labels, new LinearClassifierOptions(), Ct));

        Assert.All(Damage.Of(bytes), damaged => Assert.Throws<InvalidDataException>(() => LinearClassifier.Read(new MemoryStream(damaged))));
    }

    [Fact]
    public void Knows_one_label_only_when_taught_one()
    {
        var (texts, _) = Corpus.Make(20);

        var scores = LinearClassifier.Train(texts, [.. texts.Select(_ => "only")], new LinearClassifierOptions(), Ct).Predict(texts[0]);

        Assert.Equal([new LabelScore("only", 1)], scores);
    }

    [Fact]
    public void Learns_from_one_example_a_label()
    {
        string[] texts = ["my parcel is late", "I forgot my password"];

        var classifier = LinearClassifier.Train(texts, ["shipping", "login"], new LinearClassifierOptions(), Ct);

        Assert.Equal("shipping", classifier.Predict("where is the parcel")[0].Label);
        Assert.Equal("login", classifier.Predict("new password please")[0].Label);
    }

    [Fact]
    public void Reads_a_huge_text_by_its_beginning()
    {
        var (texts, labels) = Corpus.Make(100);
        var classifier = LinearClassifier.Train(texts, labels, new LinearClassifierOptions(), Ct);
        var beginning = string.Concat(Enumerable.Repeat("parcel courier delivery ", 1_000));

        var scores = classifier.Predict(beginning + string.Concat(Enumerable.Repeat("password ", 1_000_000)));

        Assert.Equal(classifier.Predict(beginning), scores);
    }

    [Fact]
    public void Refuses_to_learn_from_nothing()
    {
        Assert.Throws<ArgumentException>(() => LinearClassifier.Train([], [], new LinearClassifierOptions(), Ct));
        Assert.Throws<ArgumentException>(() => LinearClassifier.Train(["a"], ["x", "y"], new LinearClassifierOptions(), Ct));
    }

    [Fact]
    public void Stops_when_it_is_told_to()
    {
        var (texts, labels) = Corpus.Make(100);

        Assert.ThrowsAny<OperationCanceledException>(() => LinearClassifier.Train(texts, labels, new LinearClassifierOptions(), new CancellationToken(true)));
    }

    private static byte[] Bytes(LinearClassifier classifier)
    {
        var stream = new MemoryStream();
        classifier.Write(stream);
        return stream.ToArray();
    }
}
