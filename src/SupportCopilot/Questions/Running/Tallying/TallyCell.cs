using SupportCopilot.Questions.Catalogue;

namespace SupportCopilot.Questions.Running.Tallying;

/// <summary>What is added up of one group at one step.</summary>
/// <param name="over">What is made of the values: those of percentiles and distinct counts are kept.</param>
/// <param name="keepsIds">Whether the tickets are kept, where one may stand in several rows.</param>
internal sealed class TallyCell(Aggregate over, bool keepsIds)
{
    public NewestTickets Newest { get; } = new();

    public List<long>? Ids { get; } = keepsIds ? [] : null;

    public long Rows { get; private set; }

    public double Sum { get; private set; }

    public CellValues? Values { get; } = over is Aggregate.Percentile or Aggregate.Distinct ? new CellValues(over is Aggregate.Distinct) : null;

    public void Add(double value, long createdAt, long id)
    {
        Newest.Add(createdAt, id);
        Ids?.Add(id);
        Add(value);
    }

    public void Add(double value)
    {
        Rows++;
        Sum += value;
        Values?.Add(value);
    }

    /// <summary>So many rows that are only counted.</summary>
    public void Count(int rows) => Rows += rows;

    public void Add(TallyCell other)
    {
        Rows += other.Rows;
        Sum += other.Sum;
        Values?.Add(other.Values!);
        if (other.Ids is not null) Ids?.AddRange(other.Ids);
        Newest.Add(other.Newest);
    }
}
