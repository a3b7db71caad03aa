using Microsoft.EntityFrameworkCore;
using SupportCopilot.Storage;
using ZendeskSimulator;
using ZendeskSimulator.Faults;

namespace SupportCopilot.Tests.Zendesk.Writing;

/// <summary>Whatever becomes of a request or of the process: one note, all tags, none twice.</summary>
public sealed class LostAnswers
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(2);

    public static TheoryData<string, string> EachFaultInEachMode()
    {
        var all = new TheoryData<string, string>();
        foreach (var fault in new[] { "reset before", "reset after", "applied late", "truncated", "500", "503", "slow" })
            foreach (var mode in new[] { "Full", "Tags" }) all.Add(fault, mode);
        return all;
    }

    [Theory]
    [MemberData(nameof(EachFaultInEachMode))]
    public async Task A_write_whose_answer_is_lost_stands_there_once(string fault, string mode)
    {
        await using var desk = await WritingDesk.WithAsync(mode);
        var ticket = await desk.OpensAsync(tags: "vip");
        await desk.JudgedAsync(ticket, priority: "high");
        desk.Zendesk.Faults.Next(Of(fault), "PUT", $"/tickets/{ticket}");

        await desk.WriteBackAsync();
        for (var round = 0; round < 3; round++) await desk.LaterAsync(Long);

        Assert.Equal(mode is "Full" ? 1 : 0, desk.Ticket(ticket).Notes.Count());
        Assert.Superset(new HashSet<string> { "vip", "copilot_category_billing", "copilot_triaged" }, desk.Ticket(ticket).Tags.ToHashSet());
        Assert.Equal(mode is "Full" ? "high" : null, desk.Ticket(ticket).Priority);
        Assert.Equal([EffectState.Done], await desk.StatesAsync());
        Assert.False(await desk.IsOwedAsync(ticket));
    }

    [Theory]
    [InlineData("Full")]
    [InlineData("Tags")]
    public async Task A_write_that_is_applied_after_the_last_look_makes_the_repeat_fail_not_the_note_double(string mode)
    {
        await using var desk = await WritingDesk.WithAsync(mode);
        var ticket = await desk.OpensAsync();
        await desk.JudgedAsync(ticket);
        desk.Zendesk.Faults.Next(Fault.ResetBefore, "PUT", $"/tickets/{ticket}");
        HttpRequestMessage? lost = null;
        desk.Desk.Answer = async (request, ct) =>
        {
            if (request.Method == HttpMethod.Put && request.RequestUri!.AbsolutePath.EndsWith($"/tickets/{ticket}", StringComparison.Ordinal))
            {
                if (lost is null)
                {
                    lost = await CopyAsync(request);
                }
                else if (lost.Method == HttpMethod.Put)
                {
                    desk.Desk.Clock.Advance(TimeSpan.FromSeconds(1));
                    using var late = await desk.Zendesk.SendAsync(lost, CancellationToken.None);   // at the worst moment: after the look, before the repeat
                    lost = new(HttpMethod.Get, request.RequestUri);
                }
            }

            return await desk.Zendesk.SendAsync(request, ct);
        };

        await desk.WriteBackAsync();
        for (var round = 0; round < 3; round++) await desk.LaterAsync(Long);

        Assert.Equal(mode is "Full" ? 1 : 0, desk.Ticket(ticket).Notes.Count());
        Assert.Contains("copilot_category_billing", desk.OwnTagsOf(ticket));
        Assert.Equal([EffectState.Done], await desk.StatesAsync());
        Assert.Equal(1, desk.Zendesk.Requests.All.Count(r => r.Method == "PUT" && r.Status == 409));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_process_that_died_while_sending_is_made_good_by_the_next(bool arrived)
    {
        await using var desk = await WritingDesk.WithAsync();
        var ticket = await desk.OpensAsync();
        await desk.JudgedAsync(ticket);
        desk.Zendesk.Faults.Next(arrived ? Fault.ResetAfter : Fault.ResetBefore, "PUT", $"/tickets/{ticket}");
        await desk.RoundAsync();
        await desk.Desk.LookAsync(async db =>
        {
            var effect = await db.Effects.SingleAsync();
            effect.State = EffectState.Sending;   // as the dead process left it
            return await db.SaveChangesAsync();
        });

        await desk.WriteBackAsync();
        await desk.LaterAsync(Long);

        Assert.Single(desk.Ticket(ticket).Notes);
        Assert.Equal([EffectState.Done], await desk.StatesAsync());
        Assert.Equal(desk.Ticket(ticket).Notes.Single().AuditId.ToString(), (await desk.EffectsAsync())[0].ExternalId);
        Assert.Equal(arrived ? 1 : 2, desk.Zendesk.Faults.Done.Count + desk.Puts(ticket) - (arrived ? 1 : 0));
    }

    [Fact]
    public async Task What_was_judged_anew_while_a_write_was_in_doubt_is_written_after_it()
    {
        await using var desk = await WritingDesk.WithAsync();
        var ticket = await desk.OpensAsync();
        await desk.JudgedAsync(ticket, "billing");
        desk.Zendesk.Faults.Next(Fault.AppliedLate(TimeSpan.FromSeconds(20)), "PUT", $"/tickets/{ticket}");
        await desk.WriteBackAsync();
        await desk.JudgedAsync(ticket, "technical");

        await desk.WriteBackAsync();
        Assert.Empty(desk.Ticket(ticket).Notes);
        for (var round = 0; round < 3; round++) await desk.LaterAsync(Long);

        Assert.Equal(2, desk.Ticket(ticket).Notes.Count());
        Assert.Equal(["copilot_category_technical"], desk.OwnTagsOf(ticket).Where(tag => tag.StartsWith("copilot_category", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Not_now_waits_as_long_as_the_desk_asks()
    {
        await using var desk = await WritingDesk.WithAsync();
        var ticket = await desk.OpensAsync();
        await desk.JudgedAsync(ticket);
        desk.Zendesk.Faults.Next(Fault.TooManyRequests(TimeSpan.FromMinutes(5)), "PUT", $"/tickets/{ticket}");

        await desk.WriteBackAsync();
        Assert.True(await desk.IsOwedAsync(ticket));
        Assert.Equal([EffectState.Meant], await desk.StatesAsync());
        await desk.LaterAsync(TimeSpan.FromMinutes(4));
        Assert.Empty(desk.Ticket(ticket).Notes);

        await desk.LaterAsync(TimeSpan.FromMinutes(2));
        Assert.Single(desk.Ticket(ticket).Notes);
    }

    [Fact]
    public async Task What_is_judged_anew_while_it_waits_is_told_instead_and_the_older_word_never_leaves()
    {
        await using var desk = await WritingDesk.WithAsync();
        var ticket = await desk.OpensAsync();
        await desk.JudgedAsync(ticket, "billing");
        desk.Zendesk.Faults.Next(Fault.TooManyRequests(TimeSpan.FromMinutes(5)), "PUT", $"/tickets/{ticket}");
        await desk.WriteBackAsync();

        await desk.JudgedAsync(ticket, "technical");
        await desk.LaterAsync(TimeSpan.FromMinutes(6));

        Assert.Contains("About: technical", Assert.Single(desk.Ticket(ticket).Notes).Body, StringComparison.Ordinal);
        Assert.Equal([EffectState.Done], await desk.StatesAsync());
    }

    [Fact]
    public async Task A_desk_that_cannot_be_read_leaves_the_doubt_open_until_it_can()
    {
        await using var desk = await WritingDesk.WithAsync();
        var ticket = await desk.OpensAsync();
        await desk.JudgedAsync(ticket);
        desk.Zendesk.Faults.Next(Fault.ResetAfter, "PUT", $"/tickets/{ticket}");
        desk.Desk.Answer = (request, ct) => request.RequestUri!.AbsolutePath.Contains("/audits", StringComparison.Ordinal)
            ? Task.FromResult(new HttpResponseMessage(System.Net.HttpStatusCode.Forbidden))
            : desk.Zendesk.SendAsync(request, ct);

        await desk.WriteBackAsync();
        await desk.LaterAsync(Long);
        Assert.Equal([EffectState.Unconfirmed], await desk.StatesAsync());
        Assert.Single(desk.Zendesk.Faults.Done);

        desk.Desk.Answer = null;
        await desk.LaterAsync(TimeSpan.FromMinutes(15));
        Assert.Equal([EffectState.Done], await desk.StatesAsync());
        Assert.Single(desk.Ticket(ticket).Notes);
    }

    private static Fault Of(string name) => name switch
    {
        "reset before" => Fault.ResetBefore,
        "reset after" => Fault.ResetAfter,
        "applied late" => Fault.AppliedLate(TimeSpan.FromSeconds(20)),
        "truncated" => Fault.Truncated,
        "slow" => Fault.Slow(TimeSpan.FromSeconds(2)),
        _ => Fault.ServerError(int.Parse(name)),
    };

    private static async Task<HttpRequestMessage> CopyAsync(HttpRequestMessage request)
    {
        var copy = new HttpRequestMessage(request.Method, request.RequestUri) { Content = new ByteArrayContent(await request.Content!.ReadAsByteArrayAsync()) };
        copy.Content.Headers.ContentType = request.Content.Headers.ContentType;
        copy.Headers.Authorization = request.Headers.Authorization;
        return copy;
    }
}
