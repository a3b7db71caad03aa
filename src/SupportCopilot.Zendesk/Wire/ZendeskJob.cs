using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupportCopilot.Zendesk.Wire;

/// <summary>Work that Zendesk does in its own time.</summary>
internal sealed record ZendeskJob
{
    public string? Id { get; set; }

    /// <summary>queued, working, failed, completed, killed.</summary>
    public string? Status { get; set; }

    public long? Total { get; set; }

    public long? Progress { get; set; }

    /// <summary>One per ticket that is done.</summary>
    [JsonConverter(typeof(ZendeskJobResults))]
    public IReadOnlyList<ZendeskJobResult>? Results { get; set; }

    /// <summary>Whether nothing more will come of it.</summary>
    public bool IsOver => Status is "completed" or "failed" or "killed";
}

/// <summary>What became of one ticket.</summary>
internal sealed record ZendeskJobResult
{
    public long? Id { get; set; }

    public long? Index { get; set; }

    public string? Action { get; set; }

    public string? Status { get; set; }

    public bool? Success { get; set; }

    /// <summary>A word such as TicketNotFound or UpdateConflict.</summary>
    public string? Error { get; set; }

    public string? Details { get; set; }
}

/// <summary>The envelope of a job.</summary>
internal sealed record ZendeskJobAnswer
{
    public ZendeskJob? JobStatus { get; set; }
}

/// <summary>A list for most jobs, an object without tickets for some, nothing while it is queued.</summary>
internal sealed class ZendeskJobResults : JsonConverter<IReadOnlyList<ZendeskJobResult>?>
{
    public override IReadOnlyList<ZendeskJobResult>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is JsonTokenType.StartArray) return JsonSerializer.Deserialize(ref reader, ZendeskJson.Default.ListZendeskJobResult);
        _ = reader.TrySkip();
        return null;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<ZendeskJobResult>? value, JsonSerializerOptions options) => throw new NotSupportedException("Jobs are Zendesk's own.");
}
