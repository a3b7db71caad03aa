namespace ZendeskSimulator.Macros;

/// <summary>The account's macros in the hands of its admins.</summary>
public sealed class PreparedAnswers
{
    private readonly SimulatedZendesk _zendesk;

    internal PreparedAnswers(SimulatedZendesk zendesk) => _zendesk = zendesk;

    /// <summary>All macros.</summary>
    public IReadOnlyList<Macro> Macros => _zendesk.Within(account => account.Macros.All.ToList());

    /// <summary>Writes a macro, or the one of its number anew.</summary>
    public Macro Writes(Macro macro) => _zendesk.Within(account => account.Macros.Save(macro));

    /// <summary>Deletes a macro.</summary>
    public void Deletes(long id) => _zendesk.Within(account =>
    {
        account.Macros.Remove(id);
        return id;
    });
}
