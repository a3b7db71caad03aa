using System.Numerics.Tensors;
using SupportCopilot.Learning.Likeness;

namespace SupportCopilot.Tests.Learning;

public sealed class LsaModelTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public void Recovers_planted_topics()
    {
        var (texts, labels) = Corpus.Make(400);
        var model = LsaModel.Train(texts, new LsaOptions(Dimensions: 8), null, Ct);
        var (asked, expected) = Corpus.Make(100, seed: 2);
        var known = texts.Select(model.Embed).ToArray();

        var right = asked.Where((text, i) => labels[Nearest(known, model.Embed(text))] == expected[i]).Count();

        Assert.True(right > 90, $"{right} of 100");
    }

    [Fact]
    public void Finds_texts_alike_that_share_no_word()
    {
        // "parcel" and "package" never meet, but both keep company with courier and tracking.
        string[] texts =
        [
            .. Enumerable.Repeat("parcel courier tracking", 10), .. Enumerable.Repeat("package courier tracking", 10),
            .. Enumerable.Repeat("password locked username", 10), .. Enumerable.Repeat("login locked username", 10),
        ];
        var model = LsaModel.Train(texts, new LsaOptions(Dimensions: 2), null, Ct);

        Assert.True(Cosine(model, "parcel", "package") > 0.9);
        Assert.True(Cosine(model, "parcel", "password") < 0.5);
    }

    [Theory]
    [InlineData("my invoice was charged twice")]
    [InlineData("PARCEL!!! late")]
    [InlineData("Où est mon paçkage 🚚 包裹 delivery")]
    public void Embeds_at_unit_length(string text)
    {
        var model = LsaModel.Train(Corpus.Make(200).Texts, new LsaOptions(Dimensions: 20), null, Ct);

        Assert.Equal(1, TensorPrimitives.Norm(model.Embed(text)), 4);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n ")]
    [InlineData("ююююю")]
    public void Embeds_the_unknown_as_zeros(string text)
    {
        var model = LsaModel.Train(Corpus.Make(200).Texts, new LsaOptions(Dimensions: 20), null, Ct);

        Assert.Equal(new float[20], model.Embed(text));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void Has_fewer_dimensions_where_texts_are_few(int count)
    {
        var model = LsaModel.Train(Corpus.Make(count).Texts, new LsaOptions(), null, Ct);

        Assert.Equal(count, model.Dimensions);
        Assert.Equal(count, model.Embed("parcel").Length);
    }

    [Fact]
    public void Survives_texts_with_nothing_in_them()
    {
        var model = LsaModel.Train(["", " ", "\u0001", "🚚", new string('x', 100_000), ""], new LsaOptions(), null, Ct);

        Assert.InRange(model.Dimensions, 1, 6);
        Assert.All(model.Embed("xxxxx"), value => Assert.True(float.IsFinite(value)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Is_the_same_for_any_number_of_threads(int threads)
    {
        var texts = Corpus.Make(3_000).Texts;
        var options = new LsaOptions(Dimensions: 40);

        Assert.Equal(Bytes(LsaModel.Train(texts, options, null, Ct)), Bytes(LsaModel.Train(texts, options with { MaxThreads = threads }, null, Ct)));
    }

    [Fact]
    public void Embeds_the_same_after_being_written_and_read()
    {
        var texts = Corpus.Make(200).Texts;
        var model = LsaModel.Train(texts, new LsaOptions(Dimensions: 20), null, Ct);

        var read = LsaModel.Read(new MemoryStream(Bytes(model)));

        Assert.All(texts, text => Assert.Equal(model.Embed(text), read.Embed(text)));
    }

    [Fact]
    public void Refuses_a_damaged_stream()
    {
        var bytes = Bytes(LsaModel.Train(Corpus.Make(40).Texts, new LsaOptions(Dimensions: 5), null, Ct));

        Assert.All(Damage.Of(bytes), damaged => Assert.Throws<InvalidDataException>(() => LsaModel.Read(new MemoryStream(damaged))));
    }

    [Fact]
    public void Tells_how_far_it_is()
    {
        var told = new Told();

        LsaModel.Train(Corpus.Make(100).Texts, new LsaOptions(Dimensions: 5), told, Ct);

        Assert.Equal(told.Shares.Order(), told.Shares);
        Assert.Equal(1, told.Shares[^1]);
    }

    [Fact]
    public void Trains_on_an_even_sample_where_texts_are_many()
    {
        var texts = Enumerable.Repeat("parcel courier", 500).Concat(Enumerable.Repeat("password locked", 500)).ToArray();

        var model = LsaModel.Train(texts, new LsaOptions(MaxTexts: 100), null, Ct);

        Assert.Equal(2, model.Dimensions); // both halves are in the sample
    }

    private static float Cosine(LsaModel model, string a, string b) => TensorPrimitives.Dot(model.Embed(a), model.Embed(b));

    private static int Nearest(float[][] known, float[] asked) =>
        Enumerable.Range(0, known.Length).MaxBy(i => TensorPrimitives.Dot(known[i], asked));

    private static byte[] Bytes(LsaModel model)
    {
        var stream = new MemoryStream();
        model.Write(stream);
        return stream.ToArray();
    }

    private sealed class Told : IProgress<double>
    {
        public List<double> Shares { get; } = [];

        public void Report(double value) => Shares.Add(value);
    }
}
