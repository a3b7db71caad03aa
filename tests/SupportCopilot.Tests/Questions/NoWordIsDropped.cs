using System.Collections.Concurrent;

namespace SupportCopilot.Tests.Questions;

/// <summary>
/// A relation between two questions instead of a figure (T. Chen and others, «Metamorphic testing: a new approach for
/// generating next test cases», 1998): a word put anywhere into a question that is answered must change the reading, or
/// nothing is answered.
/// </summary>
public sealed class NoWordIsDropped(QuestionDesk desk) : IClassFixture<QuestionDesk>
{
    private const int Asked = 60;
    private static readonly ParallelOptions AtOnce = new() { MaxDegreeOfParallelism = 4 };

    [Theory]
    [InlineData("flurb")]
    [InlineData("never")]
    [InlineData("sometimes")]
    [InlineData("cheap")]
    [InlineData("except")]
    [InlineData("Priya")]
    [InlineData("phone")]
    [InlineData("Gadget Pro")]
    [InlineData("on Tuesdays")]
    [InlineData("½")]
    public async Task Whatever_it_is_and_wherever_it_stands(string word)
    {
        var dice = new Random(word.Length * 31 + word[0]);
        var questions = AnsweredQuestions.Questions.Select(row => row.Data).OrderBy(_ => dice.Next()).Take(Asked).Select(question => (question, With(question, word, dice))).ToList();
        var dropped = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(questions, AtOnce, async (pair, _) =>
        {
            var (before, after) = (await desk.AskAsync(pair.question), await desk.AskAsync(pair.Item2));
            if (after.GetProperty("kind").GetString() == "answer" && after.GetProperty("plan").ToString() == before.GetProperty("plan").ToString()) dropped.Add(pair.Item2);
        });

        Assert.Empty(dropped);
    }

    private static string With(string question, string word, Random dice)
    {
        var words = question.Split(' ').ToList();
        if (words.Contains(word, StringComparer.OrdinalIgnoreCase)) word = "flurb";
        words.Insert(dice.Next(words.Count + 1), word);
        return string.Join(' ', words);
    }
}
