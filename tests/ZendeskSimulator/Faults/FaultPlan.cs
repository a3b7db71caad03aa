using ZendeskSimulator.Generated;
using ZendeskSimulator.Http;
using ZendeskSimulator.Oracle;

namespace ZendeskSimulator.Faults;

/// <summary>Which requests go wrong: those that a test names, and a share of the rest by a seed. The first rule that fits decides.</summary>
public sealed class FaultPlan
{
    private readonly Lock _gate = new();
    private readonly List<Rule> _rules = [];
    private readonly List<(RequestSeen Request, Fault Fault)> _done = [];
    private Dice _dice = new(1, 0);

    /// <summary>What went wrong so far, in order.</summary>
    public IReadOnlyList<(RequestSeen Request, Fault Fault)> Done
    {
        get
        {
            lock (_gate) return [.. _done];
        }
    }

    /// <summary>The next requests of that kind go wrong.</summary>
    /// <param name="fault">How.</param>
    /// <param name="method">The HTTP method; any where it is null.</param>
    /// <param name="path">A part of the path; any where it is null.</param>
    /// <param name="times">How many of them.</param>
    public void Next(Fault fault, string? method = null, string? path = null, int times = 1) => Add(new Rule(fault, method, path, 1) { Left = times });

    /// <summary>A share of the requests of that kind goes wrong until <see cref="Clear"/>.</summary>
    /// <param name="fault">How.</param>
    /// <param name="share">Between 0 and 1.</param>
    /// <param name="method">The HTTP method; any where it is null.</param>
    /// <param name="path">A part of the path; any where it is null.</param>
    public void Often(Fault fault, double share, string? method = null, string? path = null) => Add(new Rule(fault, method, path, share));

    /// <summary>Fixes by what dice shares are thrown.</summary>
    public void Seed(ulong seed)
    {
        lock (_gate) _dice = new Dice(seed, 0);
    }

    /// <summary>Everything goes well from now on.</summary>
    public void Clear()
    {
        lock (_gate) _rules.Clear();
    }

    internal Fault? For(SimulatedRequest request)
    {
        lock (_gate)
        {
            var rule = _rules.Find(r => r.Fits(request) && (r.Share >= 1 || _dice.Share() < r.Share));
            if (rule is null) return null;
            if (--rule.Left == 0) _rules.Remove(rule);
            _done.Add((new RequestSeen(request.Method, request.Uri.AbsolutePath, request.Uri.Query, rule.Fault.Status), rule.Fault));
            return rule.Fault;
        }
    }

    private void Add(Rule rule)
    {
        lock (_gate) _rules.Add(rule);
    }

    private sealed record Rule(Fault Fault, string? Method, string? Path, double Share)
    {
        public int Left { get; set; } = int.MaxValue;

        public bool Fits(SimulatedRequest request) =>
            (Method is null || Method == request.Method) && (Path is null || request.Uri.AbsolutePath.Contains(Path, StringComparison.Ordinal));
    }
}
