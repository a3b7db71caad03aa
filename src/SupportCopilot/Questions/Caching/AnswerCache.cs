using Microsoft.Extensions.Options;
using SupportCopilot.Questions.Running;

namespace SupportCopilot.Questions.Caching;

/// <summary>
/// What plans gave lately, in this process. Nothing has to be taken out when data changes: the version in the key has grown,
/// so the old figures are never found again, and leave as the ones that nobody asked for.
/// </summary>
public sealed class AnswerCache(IOptions<CachingOptions> options)
{
    private const int MostCells = 4_000;   // a longer table is rare, and would take the place of a hundred others

    private readonly Lock _lock = new();
    private readonly Dictionary<string, LinkedListNode<(string Key, PlanRun Run)>> _byKey = [];
    private readonly LinkedList<(string Key, PlanRun Run)> _byUse = [];

    internal PlanRun? Find(string key)
    {
        lock (_lock)
        {
            if (!_byKey.TryGetValue(key, out var node)) return null;
            _byUse.Remove(node);
            _byUse.AddFirst(node);
            return node.Value.Run;
        }
    }

    internal void Keep(string key, PlanRun run)
    {
        if (options.Value.Answers == 0 || run.Rows.Count * run.Columns.Count > MostCells) return;
        lock (_lock)
        {
            if (_byKey.Remove(key, out var known)) _byUse.Remove(known);
            _byKey[key] = _byUse.AddFirst((key, run));
            for (; _byUse.Count > options.Value.Answers; _byUse.RemoveLast()) _byKey.Remove(_byUse.Last!.Value.Key);
        }
    }
}
