using System.Security.Cryptography;
using System.Text;

namespace SupportCopilot.Models.Caching;

/// <summary>
/// Answers that could be used, for the very same question of the very same tenant to the very same model: only hidden text
/// goes in and comes out. The least used go first; all are forgotten after a while, and with the process.
/// </summary>
internal sealed class AnswerCache(TimeProvider clock)
{
    private const long MostLetters = 16 * 1024 * 1024;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, LinkedListNode<Kept>> _kept = [];
    private readonly LinkedList<Kept> _byUse = [];
    private long _letters;

    /// <summary>What tells questions apart: whose, what the model is told, what with, in what form it answers, and which model it is.</summary>
    public static string KeyOf(ModelServer server, ModelQuestion hidden, ModelSchema schema) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\0', hidden.TenantId, server.Name, server.Model, hidden.Prompt.Name, hidden.Prompt.Text, schema.Json.GetRawText(), hidden.Data))));

    public string? Find(string key, TimeSpan notOlder)
    {
        lock (_lock)
        {
            if (!_kept.TryGetValue(key, out var node)) return null;
            if (clock.GetElapsedTime(node.Value.At) > notOlder)
            {
                Remove(node);
                return null;
            }

            _byUse.Remove(node);
            _byUse.AddFirst(node);
            return node.Value.Answer;
        }
    }

    public void Keep(string key, string answer, int most)
    {
        lock (_lock)
        {
            if (_kept.TryGetValue(key, out var old)) Remove(old);
            _kept[key] = _byUse.AddFirst(new Kept(key, answer, clock.GetTimestamp()));
            _letters += answer.Length;
            while (_byUse.Count > most || _letters > MostLetters) Remove(_byUse.Last!);
        }
    }

    private void Remove(LinkedListNode<Kept> node)
    {
        _byUse.Remove(node);
        _kept.Remove(node.Value.Key);
        _letters -= node.Value.Answer.Length;
    }

    private sealed record Kept(string Key, string Answer, long At);
}
