using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SupportCopilot.Storage;

namespace SupportCopilot.Access.Scopes;

/// <summary>Finds what the words of a scope mean: a misspelt group must be an error, because a scope that names nothing would hide or, worse, show the wrong tickets.</summary>
public sealed class ResolveScope(SupportDbContext db)
{
    /// <param name="wanted">Kinds and names, or our own numbers of groups and organizations.</param>
    /// <param name="ct">Cancels the look-up.</param>
    /// <returns>The scope with our own numbers, or what was not found.</returns>
    public async Task<ResolvedScope> RunAsync(IReadOnlyList<ScopeWord> wanted, CancellationToken ct)
    {
        var found = new List<(ScopeKind, string)>();
        foreach (var word in wanted)
        {
            var values = await ValuesAsync(word, ct);
            if (values.Count == 0) return new([], $"There is no {word.Kind.ToString().ToLowerInvariant()} \"{word.Value}\".");
            found.AddRange(values.Select(value => (word.Kind, value)));
        }

        return new([.. found.Distinct()], null);
    }

    /// <summary>The scope in words, for people to read.</summary>
    public async Task<IReadOnlyList<ScopeView>> DescribeAsync(IEnumerable<(ScopeKind Kind, string Value)> scope, CancellationToken ct)
    {
        var views = new List<ScopeView>();
        foreach (var (kind, value) in scope)
        {
            var id = kind is ScopeKind.Brand ? 0 : long.Parse(value, CultureInfo.InvariantCulture);
            var name = kind switch
            {
                ScopeKind.Group => await db.Groups.Where(g => g.Id == id).Select(g => g.Name).SingleOrDefaultAsync(ct),
                ScopeKind.Organization => await db.Organizations.Where(o => o.Id == id).Select(o => o.Name).SingleOrDefaultAsync(ct),
                _ => value,
            };
            views.Add(new(kind.ToString().ToLowerInvariant(), value, name ?? value));
        }

        return views;
    }

    private async Task<IReadOnlyList<string>> ValuesAsync(ScopeWord word, CancellationToken ct)
    {
        var name = word.Value.Trim();
        var lower = name.ToLowerInvariant();
        var id = long.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        return word.Kind switch
        {
            ScopeKind.Group => Texts(await db.Groups.Where(g => g.Id == id || g.Name == name || g.Name.ToLower() == lower).Select(g => g.Id).ToListAsync(ct)),
            ScopeKind.Organization => Texts(await db.Organizations.Where(o => o.Id == id || o.Name == name || o.Name.ToLower() == lower).Select(o => o.Id).ToListAsync(ct)),
            _ => await db.Tickets.Where(t => t.Brand != null && (t.Brand == name || t.Brand.ToLower() == lower)).Select(t => t.Brand!).Distinct().ToListAsync(ct),
        };
    }

    private static IReadOnlyList<string> Texts(IEnumerable<long> ids) => [.. ids.Select(id => id.ToString(CultureInfo.InvariantCulture))];
}

/// <summary>A word of a scope, as a person gives it.</summary>
/// <param name="Kind">What it names.</param>
/// <param name="Value">The name, whatever its case, or our own number; a brand has a name only.</param>
public sealed record ScopeWord(ScopeKind Kind, string Value);

/// <summary>A scope found.</summary>
/// <param name="Items">With our own numbers.</param>
/// <param name="Problem">What is not there; null where all is.</param>
public sealed record ResolvedScope(IReadOnlyList<(ScopeKind Kind, string Value)> Items, string? Problem);

/// <summary>One thing that may be seen, in words.</summary>
/// <param name="Kind">group, organization or brand.</param>
/// <param name="Value">Our own number of a group or organization, or the brand.</param>
/// <param name="Name">Its name.</param>
public sealed record ScopeView(string Kind, string Value, string Name);
