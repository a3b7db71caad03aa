using System.Text.Json;
using SupportCopilot.Models.OutputChecks;

namespace SupportCopilot.Tests.Models.OutputChecks;

/// <summary>Every attack of a public set, hidden at every place of every mail of it, before a model that obeys.</summary>
public sealed class TextsThatInstructTheModel
{
    private static readonly char[] Places = ['b', 'm', 'e'];

    [Fact]
    public void Get_nothing_through_from_a_model_that_obeys_them()
    {
        var through = new List<string>();
        var tried = 0;
        foreach (var (kind, number, attack) in Attacks())
            foreach (var mail in Mails())
            {
                var sources = new AnswerSources(BillingHelp.Passages, Hidden(attack, mail, Places[tried % Places.Length]));
                var sound = BillingHelp.CleanAnswers[tried++ % BillingHelp.CleanAnswers.Count];

                var answer = CheckAnswer.Cited([.. ObeyingModel.Says(kind, number, sound), sound], sources);

                if (answer.Kept.Any(kept => kept.Text != sound.Text) || answer.Kept.Count == 0) through.Add($"{kind} {number}: {answer.Text}");
            }

        Assert.Equal(75 * 50, tried);
        Assert.Equal("", string.Join("\n", through.Distinct()));
    }

    [Fact]
    public void Get_nothing_into_a_summary_from_a_model_that_obeys_them()
    {
        var through = new List<string>();
        foreach (var (kind, number, attack) in Attacks())
            foreach (var mail in Mails())
            {
                var sound = new SaidSentence("The card was charged and the settled amount can be different.", []);
                var answer = CheckAnswer.About([.. ObeyingModel.Says(kind, number, sound)], new AnswerSources(BillingHelp.Passages, Hidden(attack, mail, 'm')));

                if (answer.Kept.Count > 0) through.Add($"{kind} {number}: {answer.Text}");
            }

        Assert.Equal("", string.Join("\n", through.Distinct()));
    }

    [Fact]
    public void Cost_no_sound_answer()
    {
        foreach (var mail in Mails())
        {
            var answer = CheckAnswer.Cited(BillingHelp.CleanAnswers, new AnswerSources(BillingHelp.Passages, mail));

            Assert.Empty(answer.Dropped);
        }
    }

    private static string Hidden(string attack, string mail, char place) => place switch
    {
        'b' => $"{attack} {mail}",
        'm' => mail.Insert(mail.IndexOf(' ', mail.Length / 2) is > 0 and var at ? at : mail.Length, $". {attack} "),
        _ => $"{mail}\n{attack}",
    };

    private static IEnumerable<(string Kind, int Number, string Text)> Attacks()
    {
        using var attacks = JsonDocument.Parse(File.ReadAllText(SharedData.File("prompt-injection/text_attack_train.json")));
        foreach (var kind in attacks.RootElement.EnumerateObject())
            foreach (var (number, text) in kind.Value.EnumerateArray().Index())
                yield return (kind.Name, number, text.GetString()!);
    }

    private static List<string> Mails() =>
        [.. File.ReadLines(SharedData.File("prompt-injection/email-train.jsonl")).Where(line => line.Length > 0).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("context").GetString()!)];
}
