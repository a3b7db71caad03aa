using System.Net.Http.Json;
using SupportCopilot.Access;
using SupportCopilot.Replies;
using SupportCopilot.Replies.Rewriting;

namespace SupportCopilot.Tests.Replies.Rewriting;

/// <summary>A desk with one ticket that has a suggested reply, and an agent who wants it otherwise.</summary>
internal static class RewritingDesk
{
    public const string Link = "https://help.example.com/reset";

    private const string Rest = "The mail may take a while, and some programs put it among the unwanted ones, so look there too before you ask for another one; each new mail makes those before it worthless, and only the newest opens the page on which you set a new password twice.";

    /// <summary>A paragraph that answers another question, and is too long to stand beside the first.</summary>
    private static readonly string Further = string.Join(' ', Enumerable.Repeat("Administrators see each change of this kind in the audit view of their workspace, together with its time and its place.", 6)) + " Five wrong tries lock it for 24 hours.";

    public static async Task<(long Ticket, SuggestedReply Shown)> HasSuggestionAsync(this Product product)
    {
        await product.HasArticleAsync("Plans and prices", "# Pro\n\nThe Pro plan costs 20 euros a month and covers ten seats.");
        await product.HasArticleAsync("Reset your password", $"To reset your password choose «Forgot password» on {Link} and open the link within 30 minutes. {Rest}\n\n{Further}\n\n# Plans\n\nEvery plan has it.");
        var ticket = await product.HasTicketAsync(Sidebar.Ticket("Password", "Hi there, I forgot my password and cannot log in any more. How do I reset my password?"));
        await product.IndexAsync();
        var shown = (await product.AssistAsync(ticket)).Reply;
        Assert.Contains(Link, shown.Text, StringComparison.Ordinal);
        return (ticket, shown);
    }

    public static Task<HttpResponseMessage> PostRewriteAsync(this Product product, long ticket, object wish, string user = "ada") =>
        product.As(Role.Agent, user: user).PostAsJsonAsync($"/api/tickets/{ticket}/reply", wish, TestContext.Current.CancellationToken);

    public static async Task<RewrittenReply> RewriteAsync(this Product product, long ticket, object wish)
    {
        using var answer = await product.PostRewriteAsync(ticket, wish);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return (await answer.Content.ReadFromJsonAsync<RewrittenReply>(TestContext.Current.CancellationToken))!;
    }
}
