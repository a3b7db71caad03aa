using ZendeskSimulator.Generated;

namespace ZendeskSimulator.People;

/// <summary>Who the account knows: those of the start, and those who changed or came since.</summary>
internal sealed class PeopleStore(GeneratedPeople generated)
{
    private readonly Dictionary<long, User> _changed = [];
    private readonly SortedDictionary<(long At, long Id), User> _byChange = [];

    public GeneratedPeople Generated => generated;

    public int Count => generated.Count + _changed.Keys.Count(id => !generated.Has(id));

    public User? User(long id) => _changed.TryGetValue(id, out var user) ? user : generated.Has(id) ? generated.Make(id) : null;

    /// <summary>Admins and agents.</summary>
    public IEnumerable<User> Staff() =>
        Enumerable.Range(0, generated.Staff).Select(place => User(generated.IdAt(place))!).Concat(_changed.Values.Where(u => !generated.Has(u.Id))).Where(u => u.IsStaff);

    public User? StaffByEmail(string email) => Staff().FirstOrDefault(u => u.Email.Equals(email, StringComparison.OrdinalIgnoreCase));

    public void Save(User user)
    {
        if (_changed.TryGetValue(user.Id, out var before)) _byChange.Remove((before.UpdatedAt, before.Id));
        _changed[user.Id] = user;
        _byChange[(user.UpdatedAt, user.Id)] = user;
    }

    /// <summary>Everybody in the order of their last change, from a change on.</summary>
    public IEnumerable<User> ChangedFrom(long time, long afterId)
    {
        for (var place = generated.FirstChangedFrom(time); place < generated.Count; place++)
        {
            var id = generated.IdAt(place);
            if (_changed.ContainsKey(id)) continue;
            var user = generated.Make(id);
            if ((user.UpdatedAt, id).CompareTo((time, afterId)) > 0) yield return user;
        }
        foreach (var (key, user) in _byChange)
            if (key.CompareTo((time, afterId)) > 0) yield return user;
    }
}
