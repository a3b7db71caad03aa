using SupportCopilot.Databases.Writing;

namespace SupportCopilot.Databases.Sqlite;

/// <summary>People, groups and organizations in SQLite: created where they are new, completed where more is said.</summary>
internal sealed class SqlitePeople(Func<string, int, SqliteStatement> prepare, int tenantId, PeopleCache cache)
{
    private readonly List<(SourceKey Key, KnownPerson Person)> _stored = [];

    // $8 says whether $3 is a name at all, and not the id again for want of one.
    private readonly SqliteStatement _putPerson = prepare(
        """
        INSERT INTO People (TenantId, Source, ExternalId, Name, Email, IsAgent, OrganizationId, Roles) VALUES ($0, $1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (TenantId, Source, ExternalId) DO UPDATE SET
            Name = CASE WHEN $8 THEN excluded.Name ELSE Name END,
            Email = COALESCE(excluded.Email, Email),
            IsAgent = MAX(IsAgent, excluded.IsAgent),
            OrganizationId = COALESCE(excluded.OrganizationId, OrganizationId)
        RETURNING Id, Name, Email, IsAgent, OrganizationId
        """, 9);

    private readonly SqliteStatement _putGroup = prepare(PutName("Groups"), 4);
    private readonly SqliteStatement _putOrganization = prepare(PutName("Organizations"), 4);

    public PeopleIds Put(WantedPeople wanted, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var ids = new PeopleIds();
        foreach (var (key, name) in wanted.Groups) ids.Groups[key] = (long)_putGroup.Scalar(tenantId, key.Source, key.ExternalId, name)!;
        foreach (var (key, name) in wanted.Organizations) ids.Organizations[key] = (long)_putOrganization.Scalar(tenantId, key.Source, key.ExternalId, name)!;
        foreach (var person in wanted.People.Values) ids.People[person.Key] = Put(person, ids.OrganizationOf(person.Key.Source, person.Organization));
        return ids;
    }

    /// <summary>Remembers what this transaction stored, once it is committed.</summary>
    public void KeepCommitted() => cache.Keep(tenantId, _stored);

    private static string PutName(string table) =>
        $"""
        INSERT INTO {table} (TenantId, Source, ExternalId, Name) VALUES ($0, $1, $2, $3)
        ON CONFLICT (TenantId, Source, ExternalId) DO UPDATE SET Name = CASE WHEN excluded.Name = excluded.ExternalId THEN Name ELSE excluded.Name END
        RETURNING Id
        """;

    private long Put(WantedPerson person, long? organizationId)
    {
        if (cache.Find(tenantId, person.Key) is { } known && known.Covers(person, organizationId)) return known.Id;

        using var row = _putPerson.Rows(tenantId, person.Key.Source, person.Key.ExternalId, person.Name, person.Email, person.IsAgent, organizationId, 0, person.IsNamed);
        row.Read();
        var now = new KnownPerson(
            row.GetInt64(0), row.GetString(1), row.IsDBNull(2) ? null : row.GetString(2), row.GetBoolean(3), row.IsDBNull(4) ? null : row.GetInt64(4));
        _stored.Add((person.Key, now));
        return now.Id;
    }
}
