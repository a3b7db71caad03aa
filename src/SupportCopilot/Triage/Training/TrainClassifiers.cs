using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SupportCopilot.Access;
using SupportCopilot.Learning.Classification;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;

namespace SupportCopilot.Triage.Training;

/// <summary>
/// Trains a classifier for every field that the desk of the tenant in scope labels itself, by the tickets' words and by what
/// they were given besides, judges it on tickets kept from its training, and takes it into use where it beats guessing. Corrections are labels like any other.
/// </summary>
public sealed partial class TrainClassifiers(SupportDbContext db, CurrentTenant tenant, TimeProvider clock, ILogger<TrainClassifiers> log)
{
    /// <summary>Fewer labelled tickets leave fewer than forty to judge by, on which luck and skill look alike.</summary>
    public const int MinExamples = 200;

    /// <summary>A label with fewer tickets is not predicted: below it half its held-out tickets are found or lost by chance (BANKING77: .62 right with 5 a class, .72 with 10).</summary>
    public const int MinOfLabel = 8;

    /// <summary>The newest so many are learned from: more adds hours, and what a desk called things years ago misleads.</summary>
    public const int MaxExamples = 20_000;

    // One ticket in five judges; the rest teaches.
    private const double HeldOutShare = 0.2;
    private const int Seed = 1;

    // By chance one comparison in 740 gets this far above guessing (one-sided, normal approximation): with seven fields a
    // day, a useless classifier would be taken into use once in three months, and for a day.
    private const double StandardErrors = 3;

    // Figures of the last few show whether a desk's labels get better or worse.
    private const int KeptPerField = 3;
    private static readonly TimeSpan Daily = TimeSpan.FromDays(1);
    private const double Growth = 1.2;

    /// <summary>The fields that can be learned; a language is told by its words, not by a desk's habits.</summary>
    public static IReadOnlyList<TriageField> Fields { get; } = [.. TriageFields.Each.Where(field => field is not TriageField.Language)];

    /// <summary>Trains what there are enough labels for; tickets that were judged without what came of it owe triage again.</summary>
    /// <returns>What came of each field that was trained.</returns>
    public async Task<IReadOnlyList<TrainedClassifier>> RunAsync(CancellationToken ct)
    {
        var labelled = new LabelledTickets(db);
        var inUseBefore = await db.Classifiers.Where(c => c.InUse).Select(c => c.Field).Distinct().ToListAsync(ct);
        var trained = new List<TrainedClassifier>();
        foreach (var field in Fields)
        {
            var examples = await labelled.ReadAsync(field, ct);
            if (examples.Labelled < MinExamples) continue;

            var classifier = examples.AreEnough ? Train(field, examples, ct) : NotTrained(field, examples);
            db.Classifiers.Add(classifier);
            await db.SaveChangesAsync(ct);
            await PruneAsync(classifier.Field, ct);
            LogTrained(classifier.Field, tenant.Id, classifier.Examples, classifier.Accuracy, classifier.MajorityShare, classifier.InUse);
            trained.Add(classifier);
        }

        var inUse = trained.Where(classifier => classifier.InUse).ToList();
        if (inUse.Count > 0) await new OweTriageAgain(db).RunAsync(isFirst: inUse.Exists(c => !inUseBefore.Contains(c.Field)), ct);
        return trained;
    }

    /// <summary>
    /// Whether training again is worth it: some field has a fifth more labels than it learned from (or enough for the first
    /// time), or it is a day ago and labels have come or changed.
    /// </summary>
    public async Task<bool> IsDueAsync(CancellationToken ct)
    {
        var counts = await new LabelledTickets(db).CountAsync(ct);
        var newest = (await NewestAsync(ct)).ToDictionary(classifier => classifier.Field);
        var corrected = await db.Corrections.MaxAsync(c => (DateTime?)c.At, ct);
        return Fields.Any(field => IsDue(Math.Min(counts[field], MaxExamples), newest.GetValueOrDefault(field.Name()), corrected));
    }

    /// <summary>The newest figures of each field, without the classifiers themselves.</summary>
    internal async Task<List<ClassifierFigures>> NewestAsync(CancellationToken ct)
    {
        var all = await db.Classifiers.AsNoTracking()
            .Select(c => new { c.Id, Figures = new ClassifierFigures(c.Field, c.Labelled, c.Examples, c.Accuracy, c.MacroF1, c.MajorityShare, c.TrainedAt, c.InUse) { ByWords = c.WordsAccuracy == null ? null : new WordsFigures(c.WordsAccuracy.Value, c.WordsMacroF1!.Value, !c.NeedsGiven), Beside = c.GivenFields } })
            .ToListAsync(ct);
        return [.. all.GroupBy(row => row.Figures.Field).Select(field => field.MaxBy(row => row.Id)!.Figures)];
    }

    private bool IsDue(int labels, ClassifierFigures? newest, DateTime? corrected)
    {
        if (newest is null) return labels >= MinExamples;
        if (labels >= Growth * newest.Labelled) return true;
        if (newest is { Examples: > 0, ByWords: null }) return true;   // it was trained before given values were read
        var isOld = clock.GetUtcNow().UtcDateTime - newest.TrainedAt >= Daily;
        return isOld && (labels != newest.Labelled || labels == MaxExamples || corrected > newest.TrainedAt);
    }

    private TrainedClassifier Train(TriageField field, TrainingExamples examples, CancellationToken ct)
    {
        // Half the cores: whoever asks meanwhile comes first.
        var options = new LinearClassifierOptions(MaxThreads: Math.Max(1, Environment.ProcessorCount / 2));
        var (byWords, report) = HeldOut.Evaluate(examples.Texts, examples.Given, examples.Labels, options, HeldOutShare, Seed, ct);
        var isInUse = BeatsGuessing(byWords) || BeatsGuessing(report);
        var classifier = isInUse ? TicketClassifier.Train(examples.Texts, examples.Given, examples.Labels, options, ct) : null;
        return new TrainedClassifier
        {
            Field = field.Name(),
            TrainedAt = clock.GetUtcNow().UtcDateTime,
            Labelled = examples.Labelled,
            Examples = examples.Texts.Count,
            Accuracy = report.Accuracy,
            MacroF1 = report.MacroF1,
            WordsAccuracy = byWords.Accuracy,
            WordsMacroF1 = byWords.MacroF1,
            MajorityShare = report.MajorityShare,
            InUse = isInUse,
            NeedsGiven = isInUse && !BeatsGuessing(byWords),
            GivenFields = classifier is { GivenFields: { Count: > 0 } fields } ? string.Join(", ", fields.Select(field => GivenBeside.CustomNameOf(field) ?? field)) : null,
            Model = classifier is null ? [] : Written(classifier),
        };
    }

    // Kept as well, so that the same labels are not read again at every look.
    private TrainedClassifier NotTrained(TriageField field, TrainingExamples examples) =>
        new() { Field = field.Name(), TrainedAt = clock.GetUtcNow().UtcDateTime, Labelled = examples.Labelled, Model = [] };

    private static bool BeatsGuessing(ClassifierReport report)
    {
        var standardError = Math.Sqrt(report.MajorityShare * (1 - report.MajorityShare) / report.Count);
        return report.Accuracy > report.MajorityShare + (StandardErrors * standardError);
    }

    private static byte[] Written(TicketClassifier classifier)
    {
        using var model = new MemoryStream();
        classifier.Write(model);
        return model.ToArray();
    }

    private async Task PruneAsync(string field, CancellationToken ct)
    {
        var old = await db.Classifiers.Where(c => c.Field == field).OrderByDescending(c => c.Id).Skip(KeptPerField).Select(c => c.Id).ToListAsync(ct);
        db.ChangeTracker.Clear();
        foreach (var id in old) db.Classifiers.Remove(new TrainedClassifier { Id = id, TenantId = tenant.Id, Field = field, Model = [] });
        await db.SaveChangesAsync(ct);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Classifier for {Field} of tenant {Tenant}: {Examples} examples, accuracy {Accuracy:0.000}, majority {Majority:0.000}, in use {InUse}")]
    private partial void LogTrained(string field, int tenant, int examples, double accuracy, double majority, bool inUse);
}

/// <summary>What a field's newest classifier is worth.</summary>
/// <param name="Field">The field's name.</param>
/// <param name="Labelled">How many tickets were labelled then.</param>
/// <param name="Examples">How many of them it learned from; 0 where they were too few.</param>
/// <param name="Accuracy">Share of held-out tickets it got right, 0–1, each with what it was given beside its words.</param>
/// <param name="MacroF1">Macro-F1 on them, 0–1.</param>
/// <param name="MajorityShare">What guessing the commonest label would get, 0–1.</param>
/// <param name="TrainedAt">When (UTC).</param>
/// <param name="InUse">Whether it judges tickets; one that does not beat guessing clearly does not.</param>
public sealed record ClassifierFigures(string Field, int Labelled, int Examples, double Accuracy, double MacroF1, double MajorityShare, DateTime TrainedAt, bool InUse)
{
    /// <summary>How it does on the same tickets by their words alone; null where it was trained before that was measured.</summary>
    public WordsFigures? ByWords { get; init; }

    /// <summary>The fields whose given values it learned from; null where it judges by words alone.</summary>
    public string? Beside { get; init; }
}

/// <summary>What a classifier is worth on tickets that were given nothing beside their words.</summary>
/// <param name="Accuracy">Share of held-out tickets it got right, 0–1.</param>
/// <param name="MacroF1">Macro-F1 on them, 0–1.</param>
/// <param name="InUse">Whether it judges such tickets; where words alone do not beat guessing clearly, it does not.</param>
public sealed record WordsFigures(double Accuracy, double MacroF1, bool InUse);
