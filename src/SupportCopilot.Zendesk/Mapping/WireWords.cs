using SupportCopilot.Tickets;
using SupportCopilot.Zendesk.Wire;

namespace SupportCopilot.Zendesk.Mapping;

/// <summary>Zendesk's words → ours.</summary>
internal static class WireWords
{
    /// <summary>A status that is not known is open: somebody should look at it.</summary>
    public static string Status(string? status) => status?.ToLowerInvariant() switch
    {
        "new" => TicketStatus.New,
        "pending" => TicketStatus.Pending,
        "hold" or "on-hold" => TicketStatus.Hold,
        "solved" => TicketStatus.Solved,
        "closed" or "archived" => TicketStatus.Closed,
        "deleted" or "scrubbed" => TicketStatus.Deleted,
        _ => TicketStatus.Open,
    };

    public static string? Priority(string? priority) => priority?.ToLowerInvariant() is "low" or "normal" or "high" or "urgent" ? priority.ToLowerInvariant() : null;

    /// <summary>A network stays what it is: who asks for WhatsApp means no other chat.</summary>
    public static string? Channel(string? channel) => channel?.ToLowerInvariant() switch
    {
        null or "" => null,
        "email" or "mail" => "email",
        "web" or "web_form" or "web_widget" or "help_center" or "closed_ticket" or "sample_ticket" => "web",
        "chat" or "chat_transcript" or "native_messaging" or "messaging" or "sunshine_conversations_api" => "chat",
        "voice" or "phone" or "voicemail" or "phone_call_inbound" or "phone_call_outbound" => "phone",
        "sms" or "sms_inbound" => "sms",
        "api" or "web_service" => "api",
        "facebook" or "facebook_post" or "facebook_message" => "facebook",
        "twitter" or "twitter_dm" => "twitter",
        "instagram" or "instagram_dm" => "instagram",
        var other => other,
    };

    /// <summary>The rating of the older kind: 1 for good, 0 for bad, null where there is none yet.</summary>
    public static double? Score(string? score) => score?.StartsWith("good", StringComparison.Ordinal) is true ? 1 : score?.StartsWith("bad", StringComparison.Ordinal) is true ? 0 : null;

    /// <summary>Whether the requester was asked; null where it is not said.</summary>
    public static bool? WasOffered(string? score) => score switch { null or "" => null, "unoffered" => false, _ => true };

    /// <summary>The share of a survey's scale, 0–1; null where nothing was rated.</summary>
    public static double? Score(ZendeskSurveyResponse response)
    {
        var answer = (response.Answers ?? []).LastOrDefault(a => a.Type == "rating_scale" && (a.Rating is not null || a.RatingCategory is not null));
        var byCategory = answer?.RatingCategory switch { "positive" or "good" => 1.0, "neutral" => 0.5, "negative" or "bad" => 0.0, _ => (double?)null };
        // A scale of two steps and one of five both begin at 1: what the desk itself calls its best step is full marks.
        if (answer?.Rating is not { } rating || (rating <= 2 && byCategory is 1)) return byCategory;
        return Math.Clamp((rating - 1) / 4.0, 0, 1);
    }
}
