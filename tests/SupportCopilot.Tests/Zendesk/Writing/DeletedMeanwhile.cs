using SupportCopilot.Storage;
using ZendeskSimulator.Faults;

namespace SupportCopilot.Tests.Zendesk.Writing;

/// <summary>A ticket that is deleted at the desk while it is being written to leaves nothing open behind.</summary>
public sealed class DeletedMeanwhile
{
    [Fact]
    public async Task A_write_whose_answer_was_lost_is_closed()
    {
        await using var desk = await WritingDesk.WithAsync();
        var ticket = await desk.OpensAsync();
        await desk.JudgedAsync(ticket);
        desk.Zendesk.Faults.Next(Fault.ResetBefore, "PUT", $"/tickets/{ticket}");
        await desk.WriteBackAsync();

        desk.Zendesk.Agent(1).Deletes(ticket);
        await desk.BringInAsync(ticket);
        await desk.LaterAsync(TimeSpan.FromMinutes(5));

        Assert.Equal([EffectState.Refused], await desk.StatesAsync());
        Assert.False(await desk.IsOwedAsync(ticket));
    }
}
