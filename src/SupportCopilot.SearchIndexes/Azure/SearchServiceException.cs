namespace SupportCopilot.SearchIndexes.Azure;

/// <summary>The search service refused, or did not answer in spite of patience. The message holds no words of documents.</summary>
public sealed class SearchServiceException(string message, int? status = null, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>The status it answered with; null where it did not.</summary>
    public int? Status => status;
}
