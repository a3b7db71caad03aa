using System.Numerics.Tensors;
using SupportCopilot.Learning.Clustering;

namespace SupportCopilot.Clusters.Finding;

/// <summary>A group of tickets while clusters are being found: a known cluster or a new one.</summary>
/// <param name="dimensions">The length of a vector.</param>
/// <param name="clusterId">The cluster it is; null for a new one.</param>
/// <param name="isSettled">Whether a person has had a hand in it: then it goes into no other.</param>
internal sealed class TicketGroup(int dimensions, long? clusterId, bool isSettled)
{
    private readonly float[] _sum = new float[dimensions];

    /// <summary>The cluster it is; null for a new one.</summary>
    public long? ClusterId { get; set; } = clusterId;

    public bool IsSettled => isSettled;

    /// <summary>The rows of its tickets.</summary>
    public List<int> Rows { get; } = [];

    /// <summary>The clusters that went into it.</summary>
    public List<long> Absorbed { get; } = [];

    /// <summary>The mean of its tickets' vectors; its product with a vector is that vector's mean cosine to them.</summary>
    public void CopyMean(Span<float> into) => TensorPrimitives.Divide(_sum, Math.Max(1, Rows.Count), into);

    /// <summary>The cosine of a vector and the middle of the group.</summary>
    public double Likeness(ReadOnlySpan<float> vector) => TensorPrimitives.Norm<float>(_sum) is var length and > 0 ? TensorPrimitives.Dot(vector, _sum) / length : 0;

    public void Add(int row, VectorSet vectors)
    {
        Rows.Add(row);
        TensorPrimitives.Add(_sum, vectors[row], _sum);
    }

    public void TakeIn(TicketGroup other)
    {
        Rows.AddRange(other.Rows);
        TensorPrimitives.Add(_sum, other._sum, _sum);
        if (other.ClusterId is { } id) Absorbed.Add(id);
        Absorbed.AddRange(other.Absorbed);
    }
}
