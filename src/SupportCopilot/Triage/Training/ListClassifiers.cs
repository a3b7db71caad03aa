using SupportCopilot.Storage;
using SupportCopilot.Tickets;

namespace SupportCopilot.Triage.Training;

/// <summary>Shows, field by field, what was learned from the desk's own labels.</summary>
public sealed class ListClassifiers(SupportDbContext db, TrainClassifiers training)
{
    /// <summary>One row for each field that can be learned.</summary>
    public async Task<IReadOnlyList<ClassifierRow>> RunAsync(CancellationToken ct)
    {
        var labelled = await new LabelledTickets(db).CountAsync(ct);
        var newest = (await training.NewestAsync(ct)).ToDictionary(figures => figures.Field);
        return [.. TrainClassifiers.Fields.Select(field => new ClassifierRow(field.Name(), labelled[field], newest.GetValueOrDefault(field.Name())))];
    }
}

/// <summary>One field and what was learned for it.</summary>
/// <param name="Field">The field's name.</param>
/// <param name="Labelled">How many tickets the desk has labelled; <see cref="TrainClassifiers.MinExamples"/> are needed.</param>
/// <param name="Newest">The newest training; null where there were never enough labels.</param>
public sealed record ClassifierRow(string Field, int Labelled, ClassifierFigures? Newest);
