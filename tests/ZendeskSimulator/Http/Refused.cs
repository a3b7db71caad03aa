namespace ZendeskSimulator.Http;

/// <summary>Ends the handling of a request with an answer that refuses it.</summary>
internal sealed class Refused(SimulatedAnswer answer) : Exception($"The simulated account refused: {answer.Status} {System.Text.Encoding.UTF8.GetString(answer.Body.Span)}")
{
    public SimulatedAnswer Answer { get; } = answer;
}
