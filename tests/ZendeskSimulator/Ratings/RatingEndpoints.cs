using System.Globalization;
using System.Text.Json;
using ZendeskSimulator.Accounts;
using ZendeskSimulator.Http;

namespace ZendeskSimulator.Ratings;

/// <summary>Satisfaction ratings, the older kind, and responses to surveys, which replace them.</summary>
internal static class RatingEndpoints
{
    private const long FirstId = 3_000_000_000;

    public static IEnumerable<Line> Lines =>
    [
        new("GET", "/api/v2/satisfaction_ratings", Ratings),
        new("GET", "/api/v2/satisfaction_ratings/{id}", Show),
        new("GET", "/api/v2/guide/survey_responses", Responses),
    ];

    private static SimulatedAnswer Ratings(Call call)
    {
        var end = call.Request.QueryNumber("end_time") ?? long.MaxValue;
        var score = call.Request.Query("score");
        var all = call.Account.Ratings.RatedFrom(call.Request.QueryNumber("start_time") ?? 0).Where(r => r.At <= end && IsOf(r, score)).ToList();
        return Pages.Answer(call, all, all.Count, (json, page) => json.WriteObjects("satisfaction_ratings", page, (json, it) => WriteRating(json, call, it)));
    }

    private static SimulatedAnswer Show(Call call)
    {
        var ticket = call.Id() - FirstId;
        var rating = call.Account.Ratings.RatedFrom(0).LastOrDefault(r => r.TicketId == ticket) ?? throw new Refused(SimulatedAnswer.NotFound());
        return SimulatedAnswer.Ok(json => json.WriteObject("satisfaction_rating", rating, (json, it) => WriteRating(json, call, it)));
    }

    private static SimulatedAnswer Responses(Call call)
    {
        if (!call.Account.Settings.HasSurveys) return SimulatedAnswer.NotFound();
        var start = (call.Request.QueryNumber("filter[created_at_start]") ?? 0) / 1000;
        var end = (call.Request.QueryNumber("filter[created_at_end]") ?? long.MaxValue) / 1000;
        var all = call.Account.Ratings.SurveyedFrom(start).Where(r => r.At <= end).ToList();
        return Pages.Answer(call, all, all.Count, (json, page) => json.WriteObjects("survey_responses", page, (json, it) => WriteResponse(json, call, it)));
    }

    private static bool IsOf(Rating rating, string? score) => score switch
    {
        null or "" => true,
        "received" => rating.Score != "offered",
        "received_with_comment" => rating.Score != "offered" && rating.Comment is not null,
        "received_without_comment" => rating.Score != "offered" && rating.Comment is null,
        _ when score.EndsWith("_with_comment", StringComparison.Ordinal) => rating.Comment is not null && score.StartsWith(rating.Score, StringComparison.Ordinal),
        _ when score.EndsWith("_without_comment", StringComparison.Ordinal) => rating.Comment is null && score.StartsWith(rating.Score, StringComparison.Ordinal),
        _ => rating.Score == score,
    };

    private static void WriteRating(Utf8JsonWriter json, Call call, Rating rating)
    {
        var ticket = call.Account.Tickets.Find(rating.TicketId)!;
        json.WriteNumber("id", FirstId + rating.TicketId);
        json.WriteString("url", $"{call.Root}/api/v2/satisfaction_ratings/{FirstId + rating.TicketId}.json");
        json.WriteNumber("ticket_id", rating.TicketId);
        json.WriteNumberOrNull("assignee_id", ticket.AssigneeId);
        json.WriteNumberOrNull("group_id", ticket.GroupId);
        json.WriteNumber("requester_id", ticket.RequesterId);
        json.WriteString("score", rating.Score);
        json.WriteString("comment", rating.Comment);
        json.WriteTime("created_at", rating.At);
        json.WriteTime("updated_at", rating.At);
    }

    private static void WriteResponse(Utf8JsonWriter json, Call call, Rating rating)
    {
        var ticket = call.Account.Tickets.Find(rating.TicketId)!;
        json.WriteString("id", $"01SIM{rating.TicketId.ToString("D21", CultureInfo.InvariantCulture)}");
        json.WriteString("survey_id", "01SIMULATEDSURVEY000000001");
        json.WriteNumber("survey_version", 1);
        json.WriteNumber("responder_id", ticket.RequesterId);
        json.WriteTexts("subject_zrns", [$"zen:ticket:{rating.TicketId}"]);
        json.WriteStartArray("answers");
        WriteAnswer(json, rating, "rating_scale", () =>
        {
            json.WriteNumber("rating", rating.Stars ?? 0);
            json.WriteString("rating_category", rating.Score);
        });
        if (rating.Comment is { } comment) WriteAnswer(json, rating, "open_ended", () => json.WriteString("value", comment));
        json.WriteEndArray();
        json.WriteTime("created_at", rating.At);
        json.WriteTime("updated_at", rating.At);
        json.WriteTime("expires_at", rating.At + 28 * 86_400);
    }

    private static void WriteAnswer(Utf8JsonWriter json, Rating rating, string type, Action value)
    {
        json.WriteStartObject();
        json.WriteString("type", type);
        value();
        json.WriteTime("created_at", rating.At);
        json.WriteTime("updated_at", rating.At);
        json.WriteEndObject();
    }
}
