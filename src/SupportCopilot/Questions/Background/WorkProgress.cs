using System.Globalization;

namespace SupportCopilot.Questions.Background;

/// <summary>Tells how far the work of reading tickets is.</summary>
/// <param name="told">Who is told.</param>
/// <param name="tickets">How many tickets are to be read in all.</param>
internal sealed class WorkProgress(IProgress<WorkStep> told, int tickets)
{
    private const double Reading = 0.7;   // of the whole work, as measured on the demo desk

    private readonly string _doing = string.Create(CultureInfo.InvariantCulture, $"reading {tickets:N0} tickets");
    private int _base;
    private int _last;

    /// <summary>So many of the tickets at hand were read.</summary>
    public void Read(int count)
    {
        if (count < _last) _base += _last;   // the next lot
        _last = count;
        told.Report(new WorkStep(tickets == 0 ? Reading : Math.Min(Reading, Reading * (_base + count) / tickets), _doing));
    }

    public void Say(double share, string doing) => told.Report(new WorkStep(share, doing));
}
