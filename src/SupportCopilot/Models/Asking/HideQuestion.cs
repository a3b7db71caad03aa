using System.Text.Json;
using SupportCopilot.Models.Redaction;

namespace SupportCopilot.Models.Asking;

/// <summary>Questions as they may leave, and the way back: what is personal in them has placeholders, which are put back into the answer before anybody reads it.</summary>
internal static class HideQuestion
{
    /// <summary>The question whose answer is JSON. Its schema is hidden with it: it names values that stand in the data too.</summary>
    public static ModelRequest<T> Run<T>(ModelRequest<T> request)
    {
        var redaction = Redactor.Begin(request.Names);
        using var schema = JsonDocument.Parse(redaction.HideJson(request.Schema.Json.GetRawText()));
        return request with
        {
            Data = redaction.HideJson(request.Data),
            Schema = request.Schema with { Json = schema.RootElement.Clone() },
            Read = answer =>
            {
                using var restored = JsonDocument.Parse(redaction.RestoreJson(answer.GetRawText()));
                return request.Read(restored.RootElement);
            },
        };
    }

    /// <summary>The question whose answer is text: each piece is put back whole before it is checked.</summary>
    public static ModelTextRequest Run(ModelTextRequest request)
    {
        var redaction = Redactor.Begin(request.Names);
        return request with
        {
            Data = redaction.HideJson(request.Data),
            Check = (shown, piece) => request.Check(shown, redaction.Restore(piece)),
        };
    }

    /// <summary>Texts of which vectors are made.</summary>
    public static IReadOnlyList<string> Run(IReadOnlyList<string> texts)
    {
        var redaction = Redactor.Begin([]);
        return [.. texts.Select(redaction.Hide)];
    }
}
