namespace SupportCopilot.Tests.Questions.FollowUps;

/// <summary>A message that ends where a follow-up would go on is answered, asked back or refused like any other.</summary>
public sealed class CutShort(QuestionDesk desk) : IClassFixture<QuestionDesk>
{
    private static readonly string[] Whole =
    [
        "sort by name", "order them by number of tickets", "tickets about order", "without the priority filter", "and by channel?", "same for Contoso", "compare with January",
        "no, I meant last year", "as a percentage of the total", "show me those tickets", "only urgent ones", "and the response rate", "what about the week before", "the others", "how many is that altogether", "drop the weekly split",
    ];

    [Fact]
    public async Task Is_answered_or_refused_at_every_word()
    {
        foreach (var words in Whole.Select(text => text.Split(' ')))
        {
            for (var count = 1; count <= words.Length; count++)
            {
                await desk.AskAsync("tickets last month by channel", "cut-short");
                var answer = await desk.AskAsync(string.Join(' ', words[..count]), "cut-short");
                Assert.Contains(answer.GetProperty("kind").GetString(), new[] { "answer", "choices", "refusal", "working", "saved", "report" });
            }
        }
    }
}
