using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Questions;
using SupportCopilot.Storage;

namespace SupportCopilot.Tests.Questions;

/// <summary>What a server asks itself after its start, so that the first people to ask need not wait for it.</summary>
public sealed class QuestionsTriedOut(QuestionDesk desk) : IClassFixture<QuestionDesk>
{
    [Fact]
    public async Task Are_understood_every_one()
    {
        var refused = new List<string>();
        foreach (var text in WarmQuestions.Texts)
        {
            var answer = await desk.InsideAsync(services => services.GetRequiredService<AnswerQuestion>().TryOutAsync(new Ask(text), CancellationToken.None));
            if (answer.Kind is AnswerKind.Refusal) refused.Add($"{text}: {answer.Text}");
        }

        Assert.Empty(refused);
    }

    [Fact]
    public async Task Leave_nothing_behind()
    {
        var before = await desk.InsideAsync(services => services.GetRequiredService<SupportDbContext>().Questions.CountAsync());
        await desk.InsideAsync(async services =>
        {
            await services.GetRequiredService<WarmQuestions>().RunAsync(CancellationToken.None);
            return true;
        });

        Assert.Equal(before, await desk.InsideAsync(services => services.GetRequiredService<SupportDbContext>().Questions.CountAsync()));
    }
}
