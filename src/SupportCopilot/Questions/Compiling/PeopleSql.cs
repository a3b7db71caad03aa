namespace SupportCopilot.Questions.Compiling;

/// <summary>The people of a tenant, of whom there may be a million: number, source, name, address.</summary>
internal static class PeopleSql
{
    public static SqlQuery Of(int tenantId) => new("SELECT p.Id, p.Source, p.Name, p.Email FROM People AS p WHERE p.TenantId = @p0", [tenantId]);
}
