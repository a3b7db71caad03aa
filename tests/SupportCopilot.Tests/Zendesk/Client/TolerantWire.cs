using System.Text;
using System.Text.Json;
using SupportCopilot.Zendesk.Wire;

namespace SupportCopilot.Tests.Zendesk.Client;

/// <summary>One odd field must not cost a page of a thousand tickets.</summary>
public sealed class TolerantWire
{
    [Theory]
    [InlineData("""{"ticket":{"id":"35436","group_id":98738.0,"assignee_id":null,"requester_id":"x","brand_id":{"a":1}}}""", 35436L, 98738L, null)]
    [InlineData("""{"ticket":{"id":9007199254740993}}""", 9007199254740993L, null, null)]
    [InlineData("""{"ticket":{"id":1e300,"group_id":[1,2],"subject":7}}""", null, null, "7")]
    [InlineData("""{"ticket":{"subject":true,"unknown":{"deep":[{"er":1}]}}}""", null, null, "true")]
    [InlineData("""{"ticket":{"subject":{"not":"a text"},"id":5}}""", 5L, null, null)]
    public void Ids_and_texts(string json, long? id, long? group, string? subject)
    {
        var ticket = Read(json);
        Assert.Equal((id, group, subject), (ticket.Id, ticket.GroupId, ticket.Subject));
    }

    [Theory]
    [InlineData("\"2011-05-05T10:38:52Z\"", "2011-05-05T10:38:52.0000000Z")]
    [InlineData("\"2011-05-05T12:38:52+02:00\"", "2011-05-05T10:38:52.0000000Z")]
    [InlineData("\"2011/05/05 10:38:52 +0000\"", "2011-05-05T10:38:52.0000000Z")]
    [InlineData("1304591932", "2011-05-05T10:38:52.0000000Z")]
    [InlineData("\"soon\"", null)]
    [InlineData("null", null)]
    [InlineData("[]", null)]
    public void Instants(string written, string? utc) => Assert.Equal(utc, Read($$$"""{"ticket":{"updated_at":{{{written}}}}}""").UpdatedAt?.ToString("O", System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void Half_an_emoji_is_one_mark() => Assert.Equal("Hi \uFFFD \"there\"\n😀", Read("""{"ticket":{"subject":"Hi \ud83d \"there\"\n\ud83d\ude00"}}""").Subject);

    [Theory]
    [InlineData("""{"channel":"web","source":{"from":{},"to":{},"rel":null}}""", "web", null, 0)]
    [InlineData("\"Web form\"", "Web form", null, 0)]
    [InlineData("""{"channel":"web","source":{"from":{"ticket_ids":[3,4],"subject":"x"},"to":{"a":[1]},"rel":"merge"}}""", "web", "merge", 2)]
    [InlineData("""{"source":{"rel":"follow_up","from":{"ticket_id":9}},"channel":5}""", null, "follow_up", 1)]
    public void Ways_in(string via, string? channel, string? relation, int from)
    {
        var read = Read($$$"""{"ticket":{"via":{{{via}}},"id":3}}""");
        Assert.Equal((channel, relation, from, 3L), (read.Via!.Channel, read.Via.Relation, read.Via.FromTickets.Count, read.Id));
    }

    [Theory]
    [InlineData("""{"job_status":{"id":"a","status":"completed","results":[{"id":7,"success":true},{"id":8,"error":"TicketNotFound"}]}}""", 2)]
    [InlineData("""{"job_status":{"id":"a","status":"working","results":null}}""", null)]
    [InlineData("""{"job_status":{"id":"a","status":"completed","results":{"success":true}}}""", null)]
    public void Results_of_jobs(string json, int? count) =>
        Assert.Equal(count, JsonSerializer.Deserialize(json, ZendeskJson.Default.ZendeskJobAnswer)!.JobStatus!.Results?.Count);

    [Fact]
    public void Events_with_their_comments_and_changes()
    {
        const string Json = """
            {"ticket_events":[{"id":926256957613,"ticket_id":155,"timestamp":1601357503,"updater_id":-1,"via":"Web form","event_type":"Audit","child_events":[
              {"id":1,"event_type":"Comment","type":"Comment","author_id":9,"body":"Hello","public":false,"via":{"channel":"web"}},
              {"id":2,"event_type":"Change","priority":"high","previous_value":"low","via":"Rule"},
              {"id":3,"event_type":"Change","tags":["a"],"added_tags":["a"],"removed_tags":[],"previous_value":["b"]},
              {"id":4,"event_type":"Change","custom_ticket_fields":{"22":"x"}}]}],
             "next_page":"https://acme.zendesk.com/api/v2/incremental/ticket_events.json?start_time=1601357503","end_time":1601357503,"count":1,"end_of_stream":true}
            """;
        var page = JsonSerializer.Deserialize(Json, ZendeskJson.Default.ZendeskTicketEventPage)!;
        var events = page.TicketEvents![0].ChildEvents!;

        Assert.Equal((1601357503L, true, -1L), (page.EndTime!.Value, page.EndOfStream!.Value, page.TicketEvents[0].UpdaterId!.Value));
        Assert.Equal(("Hello", false, "high", "low"), (events[0].Body, events[0].Public!.Value, events[1].Priority, events[1].PreviousValue));
        Assert.Equal(("a", null), (events[2].AddedTags!.Single(), events[2].PreviousValue));
    }

    private static ZendeskTicket Read(string json) => JsonSerializer.Deserialize(Encoding.UTF8.GetBytes(json), ZendeskJson.Default.ZendeskTicketPage)!.Ticket!;
}
