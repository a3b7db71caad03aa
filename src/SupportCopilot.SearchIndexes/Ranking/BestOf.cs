namespace SupportCopilot.SearchIndexes.Ranking;

/// <summary>Keeps the best of many scored rows in a small heap. Cost: log limit for each row that enters, one comparison for the rest.</summary>
internal sealed class BestOf(int limit)
{
    private readonly PriorityQueue<int, float> _heap = new(limit + 1);
    private float _worst = float.NegativeInfinity;

    /// <summary>Whether a row of that score would be among the best so far.</summary>
    public bool WouldTake(float score) => score > _worst;

    public void Offer(int row, float score)
    {
        if (score <= _worst) return;
        _heap.Enqueue(row, score);
        if (_heap.Count > limit) _heap.Dequeue();
        if (_heap.Count == limit && _heap.TryPeek(out _, out var worst)) _worst = worst;
    }

    public void OfferAll(BestOf other)
    {
        foreach (var (row, score) in other._heap.UnorderedItems) Offer(row, score);
    }

    /// <summary>The rows kept, in no order.</summary>
    public IEnumerable<int> Rows => _heap.UnorderedItems.Select(item => item.Element);
}
