using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using SupportCopilot.Tickets.Importing;

namespace SupportCopilot.Host.Endpoints;

/// <summary>
/// The parts of an upload, read as they stream in: <c>file</c> goes to the disk, never into memory; <c>map</c> (any number)
/// and <c>dates</c> may stand before or after it.
/// </summary>
internal sealed class ImportForm
{
    private const int LongestField = 4_096;
    private const int MostFields = 200;

    private readonly List<string> _map = [];

    public string? StoredAs { get; private set; }

    public string FileName { get; private set; } = "upload";

    public string? Dates { get; private set; }

    /// <summary>Whether the file was larger than the limit.</summary>
    public bool IsTooLarge { get; private set; }

    public ImportInstructions Instructions => new(_map, Dates);

    /// <returns>What was sent; null when it is no multipart form.</returns>
    public static async Task<ImportForm?> ReadAsync(HttpRequest request, TakeInUpload uploads, CancellationToken ct)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= 200 } boundary) return null;

        var form = new ImportForm();
        var parts = new MultipartReader(boundary, request.Body);
        var count = 0;
        while (!form.IsTooLarge && count++ < MostFields && await parts.ReadNextSectionAsync(ct) is { } part) await form.TakeAsync(part, uploads, ct);
        return form;
    }

    private async Task TakeAsync(MultipartSection part, TakeInUpload uploads, CancellationToken ct)
    {
        if (!ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var about)) return;
        var name = HeaderUtilities.RemoveQuotes(about.Name).Value;
        if (name == "file" && StoredAs is null)
        {
            var fileName = about.FileNameStar.HasValue ? about.FileNameStar : HeaderUtilities.RemoveQuotes(about.FileName);
            if (fileName is { HasValue: true, Length: > 0 }) FileName = fileName.Value!;
            StoredAs = await uploads.StoreAsync(part.Body, ct);
            IsTooLarge = StoredAs is null;
        }
        else if (name is "map" or "dates")
        {
            using var text = new StreamReader(part.Body);
            var buffer = new char[LongestField];
            var value = new string(buffer, 0, await text.ReadBlockAsync(buffer, ct)).Trim();
            if (name == "dates") Dates = value.Length > 0 ? value : null;
            else _map.AddRange(value.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        }
    }
}
