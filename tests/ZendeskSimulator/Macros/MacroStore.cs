using System.Globalization;
using ZendeskSimulator.Accounts;
using ZendeskSimulator.Generated;

namespace ZendeskSimulator.Macros;

/// <summary>The macros, in their order.</summary>
internal sealed class MacroStore
{
    private const long FirstId = 701;

    private readonly SortedDictionary<long, Macro> _macros = [];
    private readonly Account _account;

    public MacroStore(Account account)
    {
        _account = account;
        foreach (var (matter, n) in Phrases.Matters.Select((matter, n) => (matter, n)))
        {
            _macros.Add(FirstId + n, new Macro(FirstId + n, $"Answer: {matter.Tag}",
                [("comment_value", matter.Answer), ("current_tags", matter.Tag), ("status", "solved"), ("position", n.ToString(CultureInfo.InvariantCulture))])
            {
                Description = $"For tickets about {matter.Tag}",
                UpdatedAt = account.History.Start,
            });
        }
    }

    public IReadOnlyCollection<Macro> All => _macros.Values;

    public Macro? Find(long id) => _macros.GetValueOrDefault(id);

    public Macro Save(Macro macro) => _macros[macro.Id] = macro with { UpdatedAt = _account.Now };

    public void Remove(long id) => _macros.Remove(id);
}
