using System.IO.Compression;
using System.Net;
using System.Text;
using SupportCopilot.Zendesk.Client;
using SupportCopilot.Zendesk.Wire;

namespace SupportCopilot.Tests.Zendesk.Client;

/// <summary>What can be concluded from each failure, and what is tried again.</summary>
public sealed class FailuresAndWhatTheyMean
{
    private static readonly ZendeskTicketUpdate Change = new() { Tags = ["a"] };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(400, "Refused")]
    [InlineData(302, "Refused")]
    [InlineData(403, "Refused")]
    [InlineData(422, "Refused")]
    [InlineData(404, "Gone")]
    [InlineData(410, "Gone")]
    [InlineData(409, "Conflict")]
    [InlineData(413, "TooLarge")]
    [InlineData(408, "Unknown")]
    [InlineData(500, "Unknown")]
    [InlineData(502, "Unknown")]
    [InlineData(503, "Unknown")]
    [InlineData(504, "Unknown")]
    public async Task A_write_is_sent_once_and_its_status_says_what_became_of_it(int status, string kind)
    {
        var desk = new ScriptedDesk().Answers((HttpStatusCode)status, """{"error":"RecordInvalid","description":"canary"}""");
        var failure = await Assert.ThrowsAsync<ZendeskException>(() => ClientOf.Make(desk.SendAsync).UpdateAsync(7, Change, Lane.Work, Ct));

        Assert.Equal((kind, status, "RecordInvalid"), (failure.Kind.ToString(), failure.Status!.Value, failure.Code));
        Assert.Single(desk.Requests);
        Assert.DoesNotContain("canary", failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("/7", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_write_whose_connection_broke_may_have_been_done_and_is_not_repeated()
    {
        var desk = new ScriptedDesk().Answers((_, _) => throw new HttpRequestException(HttpRequestError.ResponseEnded, "canary"));
        await FailsAsync(desk, ZendeskFailure.Unknown, 1);
    }

    [Fact]
    public async Task A_write_whose_answer_ends_in_its_middle_may_have_been_done_and_is_not_repeated() =>
        await FailsAsync(new ScriptedDesk().Answers(HttpStatusCode.OK, """{"ticket":{"id":7,"subject":"canary"""), ZendeskFailure.Unknown, 1);

    [Fact]
    public async Task A_write_that_found_nobody_certainly_did_nothing_and_is_tried_again()
    {
        var clock = new TurnedClock();
        var desk = new ScriptedDesk().Answers((_, _) => throw new HttpRequestException(HttpRequestError.ConnectionError, "canary"));
        var write = ClientOf.Make(desk.SendAsync, clock).UpdateAsync(7, Change, Lane.Work, Ct);
        var failure = await Assert.ThrowsAsync<ZendeskException>(() => clock.TurnUntilAsync(write, TimeSpan.FromMinutes(3)));

        Assert.Equal(ZendeskFailure.NotNow, failure.Kind);
        Assert.Equal(6, desk.Requests.Count);
        Assert.DoesNotContain("canary", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_write_that_is_cancelled_on_its_way_may_have_been_done()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var desk = new ScriptedDesk().Answers(async (_, ct) =>
        {
            await cancel.CancelAsync();
            await Task.Delay(Timeout.Infinite, ct);
            return null!;
        });
        var failure = await Assert.ThrowsAsync<ZendeskException>(() => ClientOf.Make(desk.SendAsync).UpdateAsync(7, Change, Lane.Work, cancel.Token));
        Assert.Equal(ZendeskFailure.Unknown, failure.Kind);
    }

    [Fact]
    public async Task A_write_that_gets_no_answer_in_time_may_have_been_done()
    {
        var clock = new TurnedClock();
        var desk = new ScriptedDesk().Answers(Silence);
        var write = ClientOf.Make(desk.SendAsync, clock).UpdateAsync(7, Change, Lane.Work, Ct);
        Assert.Equal(ZendeskFailure.Unknown, (await Assert.ThrowsAsync<ZendeskException>(() => clock.TurnUntilAsync(write, TimeSpan.FromMinutes(3)))).Kind);
        Assert.Single(desk.Requests);
    }

    [Fact]
    public async Task A_read_is_tried_again_after_silence_a_broken_connection_an_error_and_half_an_answer()
    {
        var clock = new TurnedClock();
        var desk = new ScriptedDesk()
            .Answers(Silence)
            .Answers((_, _) => throw new HttpRequestException(HttpRequestError.ResponseEnded, "reset"))
            .Answers(HttpStatusCode.BadGateway, "<html>")
            .Answers(HttpStatusCode.OK, """{"ticket":{"id":7,"subj""")
            .Answers(HttpStatusCode.OK, """{"ticket":{"id":7}}""");
        var page = await clock.TurnUntilAsync(ClientOf.Make(desk.SendAsync, clock).TicketAsync(7, Lane.Sync, Ct), TimeSpan.FromMinutes(14));

        Assert.Equal(7, page.Ticket!.Id);
        Assert.Equal(5, desk.Requests.Count);
    }

    [Theory]
    [InlineData("""{"error":"Mary Canary called, +49 30 1234"}""")]
    [InlineData("""{"error":{"title":"canary"}}""")]
    [InlineData("""{"description":"canary"}""")]
    [InlineData("canary")]
    public async Task Only_a_word_of_Zendesks_own_is_repeated_from_an_error(string body)
    {
        var desk = new ScriptedDesk().Answers(HttpStatusCode.UnprocessableEntity, body);
        var failure = await Assert.ThrowsAsync<ZendeskException>(() => ClientOf.Make(desk.SendAsync).TicketAsync(7, Lane.Person, Ct));
        Assert.Null(failure.Code);
        Assert.DoesNotContain("canary", failure.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_packed_answer_is_unpacked_and_one_that_swells_beyond_measure_is_not(string encoding)
    {
        var desk = new ScriptedDesk().Answers((_, _) => Task.FromResult(Packed(encoding, """{"ticket":{"id":7}}""", 0))).Answers((_, _) => Task.FromResult(Packed(encoding, """{"ticket":{"id":7}}""", 80_000_000)));
        var client = ClientOf.Make(desk.SendAsync);

        Assert.Equal(7, (await client.TicketAsync(7, Lane.Person, Ct)).Ticket!.Id);
        Assert.Equal(ZendeskFailure.TooLarge, (await Assert.ThrowsAsync<ZendeskException>(() => client.TicketAsync(7, Lane.Person, Ct))).Kind);
    }

    [Fact]
    public async Task The_token_goes_to_the_connected_host_alone_whatever_the_pages_name()
    {
        var hosts = new List<string>();
        var desk = new ScriptedDesk()
            .Answers(HttpStatusCode.OK, """{"groups":[{"id":1}],"next_page":"https://evil.example/api/v2/groups?page=2"}""")
            .Answers(HttpStatusCode.OK, """{"groups":[{"id":2}],"meta":{"has_more":true,"after_cursor":"x/y="},"links":{"next":"https://evil.example/x"}}""")
            .Answers(HttpStatusCode.OK, """{"groups":[{"id":3}],"meta":{"has_more":false,"after_cursor":"z"},"links":{"next":"https://evil.example/x"}}""");
        var client = ClientOf.Make((request, ct) =>
        {
            hosts.Add(request.RequestUri!.Host);
            return desk.SendAsync(request, ct);
        });

        Assert.Equal([1L, 2, 3], (await client.GroupsAsync(Lane.Sync, Ct)).Select(group => group.Id!.Value));
        Assert.All(hosts, host => Assert.Equal(DeskSettings.Host, host));
        Assert.EndsWith("page[after]=x%2Fy%3D", desk.Requests.Last().Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_word_of_a_ticket_reaches_the_log()
    {
        await using var product = Product.With(DeskSettings.Acme);
        var desk = new ScriptedDesk().Answers(HttpStatusCode.OK, """{"ticket":{"id":7,"subject":"canary"}}""").Answers(HttpStatusCode.UnprocessableEntity, """{"error":"canary canary"}""");
        var client = await desk.ClientIn(product);
        await client.TicketAsync(987654321, Lane.Person, Ct);
        await Assert.ThrowsAsync<ZendeskException>(() => client.TicketsAfterAsync("canary-cursor", 100, Lane.Sync, Ct));

        Assert.Contains(product.Log.All, line => line.Contains("Zendesk GET tickets/{id}: 200", StringComparison.Ordinal));
        foreach (var secret in new[] { "canary", "987654321", "token-1" })
            Assert.DoesNotContain(product.Log.All, line => line.Contains(secret, StringComparison.Ordinal));
    }

    private static async Task<HttpResponseMessage> Silence(HttpRequestMessage request, CancellationToken ct)
    {
        await Task.Delay(Timeout.Infinite, ct);
        return null!;
    }

    private static HttpResponseMessage Packed(string encoding, string json, int blanks)
    {
        var packed = new MemoryStream();
        using (Stream packing = encoding == "gzip" ? new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true) : new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var room = Encoding.UTF8.GetBytes(new string(' ', 100_000));
            for (var i = 0; i < blanks / room.Length; i++) packing.Write(room);
            packing.Write(Encoding.UTF8.GetBytes(json));
        }

        var answer = new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(packed.ToArray()) };
        answer.Content.Headers.ContentType = new("application/json");
        answer.Content.Headers.ContentEncoding.Add(encoding);
        return answer;
    }

    private static async Task FailsAsync(ScriptedDesk desk, ZendeskFailure kind, int requests)
    {
        var failure = await Assert.ThrowsAsync<ZendeskException>(() => ClientOf.Make(desk.SendAsync).UpdateAsync(7, Change, Lane.Work, Ct));
        Assert.Equal(kind, failure.Kind);
        Assert.Equal(requests, desk.Requests.Count);
        Assert.DoesNotContain("canary", failure.ToString(), StringComparison.Ordinal);
    }
}
