using Microsoft.Extensions.AI;

namespace SupportCopilot.Models.Asking;

/// <summary>What a talk with a server has used so far.</summary>
internal sealed class ModelTalk(ModelServer server, ModelPrompt prompt, TimeProvider clock)
{
    private readonly long _start = clock.GetTimestamp();
    private long _input;
    private long _output;
    private int _answers;

    public ModelUse Use => new(server.Name, prompt.Name, _input, _output, server.CostMicros(_input, _output), clock.GetElapsedTime(_start), _answers);

    public ChatResponse Count(ChatResponse answer)
    {
        _answers++;
        Count(answer.Usage);
        return answer;
    }

    /// <summary>Counts an answer that came piece by piece.</summary>
    public void CountStream(UsageDetails? usage)
    {
        _answers++;
        Count(usage);
    }

    private void Count(UsageDetails? usage)
    {
        _input += usage?.InputTokenCount ?? 0;
        _output += usage?.OutputTokenCount ?? 0;
    }
}
