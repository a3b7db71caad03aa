namespace SupportCopilot.Clusters.Describing;

/// <summary>Gives every cluster a name of its own: where two would have one, the second adds a word that sets it apart.</summary>
internal sealed class DistinctNames(IEnumerable<string> taken)
{
    private readonly HashSet<string> _taken = new(taken, StringComparer.OrdinalIgnoreCase);

    public ClusterName Take(ClusterName wanted)
    {
        var name = Candidates(wanted).First(_taken.Add);
        return wanted with { Name = name };
    }

    private static IEnumerable<string> Candidates(ClusterName wanted)
    {
        yield return wanted.Name;
        foreach (var term in wanted.Terms)
            if (!wanted.Name.Contains(term, StringComparison.OrdinalIgnoreCase)) yield return $"{wanted.Name} ({term})";
        for (var i = 2; ; i++) yield return $"{wanted.Name} ({i})";
    }
}
