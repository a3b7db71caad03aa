using SupportCopilot.Questions.Compiling;
using SupportCopilot.Storage;

namespace SupportCopilot.Questions.Running.Tallying;

/// <summary>Finds the step that an instant falls into: mostly the same as the one before it, else by halving.</summary>
internal sealed class StepFinder
{
    private readonly long[] _starts, _keys;
    private int _last;

    public StepFinder(Buckets steps)
    {
        _starts = [.. steps.All.Select(step => UtcMilliseconds.ToMilliseconds(step.Start.ToDateTimeUtc()))];
        _keys = [.. steps.All.Select(step => step.Key)];
    }

    /// <summary>The key of the step; that of the first for what is earlier.</summary>
    public long KeyAt(long instant)
    {
        if (instant >= _starts[_last] && (_last == _starts.Length - 1 || instant < _starts[_last + 1])) return _keys[_last];
        var found = Array.BinarySearch(_starts, instant);
        _last = Math.Max(0, found >= 0 ? found : ~found - 1);
        return _keys[_last];
    }
}
