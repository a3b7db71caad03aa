using System.Globalization;
using ZendeskSimulator.Accounts;
using ZendeskSimulator.People;

namespace ZendeskSimulator.Tickets;

/// <summary>What is written on both sides of a merge.</summary>
internal sealed record MergeWords(string? Target = null, string? Source = null, bool IsTargetPublic = false, bool IsSourcePublic = false);

/// <summary>Merges tickets into one: the sources are closed with the tag <c>closed_by_merge</c>, and each side says so.</summary>
internal static class MergeTickets
{
    public static void Apply(Account account, long target, IReadOnlyList<long> sources, MergeWords words, User actor)
    {
        foreach (var source in sources)
        {
            ChangeTicket.Apply(account, source, new TicketChanges
            {
                Comment = new NewComment(words.Source ?? $"This request was closed and merged into request #{target.ToString(CultureInfo.InvariantCulture)}.", IsPublic: words.IsSourcePublic),
                Values = new Dictionary<string, string?> { ["status"] = "closed" },
                AddTags = ["closed_by_merge"],
            }, actor, new Via("web", "merge", MergedInto: target));
        }
        var numbers = string.Join(", ", sources.Select(id => $"#{id.ToString(CultureInfo.InvariantCulture)}"));
        ChangeTicket.Apply(account, target, new TicketChanges { Comment = new NewComment(words.Target ?? $"Request {numbers} was closed and merged into this request.", IsPublic: words.IsTargetPublic) }, actor, new Via("web", "merge", Merged: sources));
    }
}
