using SupportCopilot.Learning.Persistence;

namespace SupportCopilot.Learning.Classification;

/// <summary>
/// Tells which label a ticket has: by its words, and by what it was given beside them where it was given anything. A ticket
/// without a given value that was learned from is judged by <see cref="Words"/> alone, and exactly as that would.
/// </summary>
/// <remarks>Immutable and safe for any number of threads. It holds the names of fields, and hashes of words and values.</remarks>
public sealed class TicketClassifier
{
    private const string Mark = "SCGV";
    private const int Version = 1;

    private readonly GivenPart? _given;

    private TicketClassifier(LinearClassifier words, GivenPart? given) => (Words, _given) = (words, given);

    /// <summary>What judges by the words alone.</summary>
    public LinearClassifier Words { get; }

    /// <summary>The names of the fields whose values it learned from; empty where they tell nothing that the words do not.</summary>
    public IReadOnlyList<string> GivenFields => _given?.Fields ?? [];

    /// <summary>Learns from tickets whose labels are known.</summary>
    /// <param name="texts">The words of each, joined by <see cref="Text.TextJoin"/>.</param>
    /// <param name="given">What each was given beside its words and its label.</param>
    /// <param name="labels">The label of each.</param>
    /// <param name="options">Cost, balance, seed.</param>
    /// <param name="ct">Stops the training.</param>
    /// <exception cref="ArgumentException">No tickets, or not one label and one list of values for each.</exception>
    public static TicketClassifier Train(
        IReadOnlyList<string> texts, IReadOnlyList<IReadOnlyList<GivenValue>> given, IReadOnlyList<string> labels, LinearClassifierOptions options, CancellationToken ct)
    {
        if (texts.Count != given.Count) throw new ArgumentException($"There are {texts.Count} texts and {given.Count} lists of given values; give one list for each text.");
        var (words, labelled, margins) = LinearClassifier.TrainWithMargins(texts, labels, options, ct);
        if (margins is null) return new TicketClassifier(words, null);
        var parallel = new ParallelOptions { CancellationToken = ct, MaxDegreeOfParallelism = options.MaxThreads };
        return new TicketClassifier(words, GivenPart.Learn(given, labelled, margins, words.Sharpness, options, parallel));
    }

    /// <summary>Whether it learned anything from one of these values.</summary>
    public bool Knows(IReadOnlyList<GivenValue> given) => _given?.Known(given).Length > 0;

    /// <param name="text">Joined as the training texts were.</param>
    /// <param name="given">What the ticket was given; of unknown fields and values nothing is made.</param>
    /// <param name="top">How many labels to name at most.</param>
    /// <returns>The likeliest labels, best first; where given values spoke for the first one, it names them.</returns>
    public IReadOnlyList<LabelScore> Predict(string text, IReadOnlyList<GivenValue> given, int top = 3)
    {
        if (_given is null || _given.Known(given) is not { Length: > 0 } known) return Words.Predict(text, top);
        var probabilities = _given.Probabilities(Words.Margins(text), known);
        var order = LinearClassifier.Ranked(probabilities);
        return [.. order.Take(top).Select((label, rank) => new LabelScore(Words.Labels[label], probabilities[label])
        {
            Because = rank == 0 && order.Length > 1 ? _given.Reasons(given, label, order[1]) : [],
        })];
    }

    /// <summary>Writes the words' part as <see cref="LinearClassifier.Write"/> does, and the given part behind it where there is one.</summary>
    public void Write(Stream to)
    {
        Words.Write(to);
        if (_given is not null) ModelFile.Write(to, Mark, Version, _given.Write);
    }

    /// <summary>Reads a classifier up to the stream's end; one that was written without a given part, as older versions did, has none.</summary>
    /// <param name="from">A stream that can tell where it ends.</param>
    /// <exception cref="InvalidDataException">The stream holds no such classifier, another version, or a damaged one.</exception>
    public static TicketClassifier Read(Stream from)
    {
        var words = LinearClassifier.Read(from);
        return new TicketClassifier(words, from.Position == from.Length ? null : ModelFile.Read(from, Mark, Version, reader => GivenPart.Read(reader, words.Labels.Count)));
    }
}
