using Microsoft.Extensions.Logging;

namespace SupportCopilot.SearchIndexes.Embedded;

internal static partial class IndexLog
{
    [LoggerMessage(1, LogLevel.Warning, "The search index of tenant {TenantId} cannot be used and will be built anew from the database: {Reason}")]
    public static partial void IndexPutAside(ILogger logger, int tenantId, string reason);

    [LoggerMessage(2, LogLevel.Information, "The search index of tenant {TenantId} was built: {Documents} documents, {Seconds:F1} s")]
    public static partial void IndexBuilt(ILogger logger, int tenantId, long documents, double seconds);
}
