using System.Numerics.Tensors;
using SupportCopilot.Learning.Clustering;

namespace SupportCopilot.Clusters.Finding;

/// <summary>
/// Brings tickets into groups so that what is known stays: a ticket once in a group stays there, new ones join the group
/// they are like, and only what is left over is clustered. Repeated until nothing moves, so that the same tickets again
/// change nothing.
/// </summary>
/// <param name="vectors">The tickets' vectors.</param>
/// <param name="labels">How the desk files each ticket; empty where it does not.</param>
/// <param name="cut">Mean cosine distance from which on groups stay apart.</param>
internal sealed class Regroup(VectorSet vectors, IReadOnlyList<string> labels, double cut)
{
    /// <summary>Fewer tickets are no recurring problem yet.</summary>
    public const int LeastSize = 5;

    // Groups that are only just near enough stay apart: else two would run together and their ids with them whenever a few
    // tickets shift their middles.
    private const double MergeMargin = 0.1;

    private const double OneMatter = 0.5;     // of a group's labelled tickets: with less they are alike in tone, not in matter
    private const double Labelled = 0.5;      // of a group's tickets; with fewer the labels tell nothing
    private const double TightestCut = 0.4;   // below, groups are of single phrases
    private const double Tightening = 0.1;

    private readonly int[] _groupOf = [.. Enumerable.Repeat(Nowhere, vectors.Count)];
    private readonly List<TicketGroup?> _groups = [];   // null for what went into another

    private const int Nowhere = -1;

    /// <summary>Adds a group that is known, with the rows of its tickets.</summary>
    public void Know(TicketGroup group, IEnumerable<int> rows)
    {
        foreach (var row in rows)
        {
            group.Add(row, vectors);
            _groupOf[row] = _groups.Count;
        }
        _groups.Add(group);
    }

    /// <summary>Groups whatever can be grouped.</summary>
    /// <returns>All groups, the known ones first.</returns>
    public IReadOnlyList<TicketGroup> Run(IProgress<double>? progress, CancellationToken ct)
    {
        do
        {
            while (MergeNear(ct) | Assign(ct)) { }   // each may bring about the other
        }
        while (ClusterTheRest(progress, ct));
        return [.. _groups.OfType<TicketGroup>()];
    }

    /// <summary>Merges groups that have come close. Of several that people had a hand in each stays.</summary>
    /// <returns>Whether any were merged.</returns>
    private bool MergeNear(CancellationToken ct)
    {
        var (living, means) = Means();
        var any = false;
        var firsts = FindGroups.RunOverMeans(means, [.. living.Select(i => (long)Math.Max(1, _groups[i]!.Rows.Count))], cut - MergeMargin, ct);
        foreach (var together in living.Zip(firsts).GroupBy(pair => pair.Second, pair => pair.First).Where(group => group.Count() > 1))
        {
            var stays = together.OrderByDescending(i => _groups[i]!.IsSettled).ThenByDescending(i => _groups[i]!.ClusterId is not null).ThenByDescending(i => _groups[i]!.Rows.Count).ThenBy(i => i).First();
            foreach (var goes in together.Where(i => i != stays && !_groups[i]!.IsSettled))
            {
                if (!IsOneMatter([.. _groups[stays]!.Rows, .. _groups[goes]!.Rows])) continue;
                foreach (var row in _groups[goes]!.Rows) _groupOf[row] = stays;
                _groups[stays]!.TakeIn(_groups[goes]!);
                _groups[goes] = null;
                any = true;
            }
        }
        return any;
    }

    /// <summary>Gives tickets that are nowhere to the group they are most like, if they are like it enough.</summary>
    /// <returns>Whether any found its group: it may have moved the middle towards another.</returns>
    private bool Assign(CancellationToken ct)
    {
        var (living, means) = Means();
        if (living.Count == 0) return false;
        var chosen = new int[vectors.Count];
        Parallel.For(0, vectors.Count, new ParallelOptions { CancellationToken = ct }, row =>
        {
            chosen[row] = Nowhere;
            if (_groupOf[row] != Nowhere) return;
            var best = (float)(1 - cut);
            for (var i = 0; i < living.Count; i++)
            {
                var cosine = TensorPrimitives.Dot<float>(vectors[row], means[i]);
                if (cosine > best) (best, chosen[row]) = (cosine, living[i]);
            }
        });

        var any = false;
        for (var row = 0; row < chosen.Length; row++)
        {
            if (chosen[row] == Nowhere) continue;
            _groupOf[row] = chosen[row];
            _groups[chosen[row]]!.Add(row, vectors);
            any = true;
        }
        return any;
    }

    /// <returns>Whether new groups were found.</returns>
    private bool ClusterTheRest(IProgress<double>? progress, CancellationToken ct)
    {
        var rest = Enumerable.Range(0, vectors.Count).Where(row => _groupOf[row] == Nowhere).ToList();
        var found = NewGroups(rest, cut, progress, ct).ToList();
        foreach (var rows in found) Know(new TicketGroup(vectors.Dimensions, null, isSettled: false), rows);
        return found.Count > 0;
    }

    /// <summary>Groups of tickets that are alike and of one matter; where they are of several, tighter ones are looked for among them.</summary>
    private IEnumerable<List<int>> NewGroups(List<int> rows, double within, IProgress<double>? progress, CancellationToken ct)
    {
        if (rows.Count < LeastSize) yield break;
        var found = FindGroups.Run(vectors.Take(rows), within, progress, ct);
        foreach (var group in rows.Zip(found).GroupBy(pair => pair.Second, pair => pair.First))
        {
            var members = group.ToList();
            if (members.Count < LeastSize) continue;
            if (IsOneMatter(members)) yield return members;
            else if (within - Tightening >= TightestCut)
                foreach (var tighter in NewGroups(members, within - Tightening, null, ct)) yield return tighter;
        }
    }

    /// <summary>Whether the desk files most of them alike, as far as it files them at all.</summary>
    private bool IsOneMatter(List<int> rows)
    {
        var filed = rows.Select(row => labels[row]).Where(label => label.Length > 0).ToList();
        return filed.Count < Labelled * rows.Count || filed.CountBy(label => label).Max(label => label.Value) >= OneMatter * filed.Count;
    }

    private (List<int> Living, VectorSet Means) Means()
    {
        var living = Enumerable.Range(0, _groups.Count).Where(i => _groups[i] is { Rows.Count: > 0 }).ToList();
        var means = new VectorSet(new float[living.Count * vectors.Dimensions], vectors.Dimensions);
        for (var i = 0; i < living.Count; i++) _groups[living[i]]!.CopyMean(means[i]);
        return (living, means);
    }
}
