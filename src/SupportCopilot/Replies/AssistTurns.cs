namespace SupportCopilot.Replies;

/// <summary>
/// Lets only as many sidebars be gathered at once as the processors have use for. When a hundred agents open a ticket in one
/// instant, a hundred threads in turn would each drive the others' data out of the caches, and all would end last.
/// </summary>
internal sealed class AssistTurns
{
    private const int PerProcessor = 4;   // some wait for the database while others work

    private readonly SemaphoreSlim _turns = new(PerProcessor * Environment.ProcessorCount);   // lives as long as the program

    /// <summary>Does the work when it is its turn.</summary>
    public async Task<T> TakeAsync<T>(Func<Task<T>> work, CancellationToken ct)
    {
        await _turns.WaitAsync(ct);
        try
        {
            return await work();
        }
        finally
        {
            _turns.Release();
        }
    }
}
