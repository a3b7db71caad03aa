using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupportCopilot.Host.Pages;

/// <summary>What a page is told of who asks.</summary>
/// <param name="Authorization">The header its calls carry; null when nobody is signed in.</param>
/// <param name="Source">The desk whose ticket numbers the frame around the sidebar speaks; null where it speaks ours.</param>
/// <param name="Tenant">The tenant that is open, for the workbench.</param>
/// <param name="Tenants">The tenants the workbench could open.</param>
/// <param name="Refused">Why nobody is signed in, for the workbench.</param>
internal sealed record PageSession(
    string? Authorization, string? Source, string? Tenant = null, IReadOnlyList<string>? Tenants = null, string? Refused = null);

// The default encoder escapes <, > and &, so that no value can end the script element it is written into.
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(PageSession))]
internal sealed partial class PageJson : JsonSerializerContext;
