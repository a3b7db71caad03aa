using Microsoft.Extensions.AI;

namespace SupportCopilot.Models.Asking;

/// <summary>What a talk with a server has used so far.</summary>
internal sealed class ModelTalk(ModelServer server, ModelPrompt prompt, TimeProvider clock)
{
    private readonly long _start = clock.GetTimestamp();
    private long _input;
    private long _output;
    private long _underWay;
    private int _answers;

    public ModelUse Use => new(server.Name, prompt.Name, _input, _output, server.CostMicros(_input, _output), clock.GetElapsedTime(_start), _answers);

    /// <summary>Whether anything was asked.</summary>
    public bool IsAsked { get; private set; }

    /// <summary>Notes that so much is being asked.</summary>
    public void Ask(long letters) => (IsAsked, _underWay) = (true, letters);

    public ChatResponse Count(ChatResponse answer)
    {
        Count(answer.Usage);
        return answer;
    }

    /// <summary>Counts an answer that came piece by piece; of one that broke off, whose bill never comes, what came is estimated.</summary>
    public void CountStream(UsageDetails? usage, long letters) => Count(usage ?? new UsageDetails { InputTokenCount = ModelTokens.Of(_underWay), OutputTokenCount = ModelTokens.Of(letters) });

    /// <summary>Counts an answer that nobody waited for: the server may have read the question all the same.</summary>
    public void Lose()
    {
        _input += ModelTokens.Of(_underWay);
        _underWay = 0;
    }

    private void Count(UsageDetails? usage)
    {
        _answers++;
        _underWay = 0;
        _input += usage?.InputTokenCount ?? 0;
        _output += usage?.OutputTokenCount ?? 0;
    }
}
