namespace SupportCopilot.Databases.Writing;

/// <summary>What is stored of the people that lately came by, so that a row that says nothing new of them costs no statement.</summary>
internal sealed class PeopleCache
{
    /// <summary>About 300 bytes each; when full it starts over, and those still coming by are read again.</summary>
    private const int Capacity = 50_000;

    private readonly Dictionary<(int TenantId, SourceKey Key), KnownPerson> _known = [];

    public KnownPerson? Find(int tenantId, SourceKey key) => _known.GetValueOrDefault((tenantId, key));

    /// <summary>Only what is committed may be kept: a person of a rolled-back batch has no id.</summary>
    public void Keep(int tenantId, IEnumerable<(SourceKey Key, KnownPerson Person)> committed)
    {
        foreach (var (key, person) in committed)
        {
            if (_known.Count >= Capacity) _known.Clear();
            _known[(tenantId, key)] = person;
        }
    }
}

/// <summary>A person as stored.</summary>
internal sealed record KnownPerson(long Id, string Name, string? Email, bool IsAgent, long? OrganizationId)
{
    /// <summary>Whether nothing said here is news.</summary>
    public bool Covers(WantedPerson wanted, long? organizationId) =>
        (!wanted.IsNamed || wanted.Name == Name) && (wanted.Email is null || wanted.Email == Email)
        && (!wanted.IsAgent || IsAgent) && (organizationId is null || organizationId == OrganizationId);
}
