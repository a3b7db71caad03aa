namespace SupportCopilot.Models.Evaluations;

/// <summary>Adds up what the questions of one piece of work used.</summary>
public sealed class ModelMeter
{
    private readonly Lock _lock = new();

    /// <summary>Questions to servers.</summary>
    public int Calls { get; private set; }

    /// <summary>Those whose answer could be used.</summary>
    public int Answered { get; private set; }

    /// <summary>Tokens asked.</summary>
    public long InputTokens { get; private set; }

    /// <summary>Tokens answered.</summary>
    public long OutputTokens { get; private set; }

    /// <summary>Millionths of a US dollar.</summary>
    public long CostMicros { get; private set; }

    internal void Add(ModelUse use, bool isAnswered)
    {
        lock (_lock)
        {
            Calls++;
            if (isAnswered) Answered++;
            InputTokens += use.InputTokens;
            OutputTokens += use.OutputTokens;
            CostMicros += use.CostMicros;
        }
    }
}
