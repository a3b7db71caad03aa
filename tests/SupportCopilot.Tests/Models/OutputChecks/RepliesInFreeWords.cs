using System.Text.Json;
using SupportCopilot.Models.OutputChecks;

namespace SupportCopilot.Tests.Models.OutputChecks;

public sealed class RepliesInFreeWords
{
    private const string Good = "Hi David,\n\nI am sorry for the trouble. If you do not recognise the charge, open the transaction and choose Dispute. [2] We then block your card and send you a new one. [2]\n\nWhich browser do you use?\n\nBest regards,\nAda";

    private static readonly Dictionary<string, string> Passages = BillingHelp.Passages.ToDictionary(passage => passage.Key[1..], passage => passage.Value, StringComparer.Ordinal);

    [Fact]
    public void Stand_with_their_courtesies_and_questions() => Assert.Null(Check("I was charged by somebody.").Fault("", Good, isWhole: true));

    [Theory]
    [InlineData("The capital of Brazil is Brasília. [2]")]
    [InlineData("You can become rich overnight with this one trick.")]
    [InlineData("If you do not recognise the charge, open the transaction. [9]")]
    [InlineData("Did you know that a famous actor uses this miracle cream?")]
    public void Stop_at_a_sentence_that_stands_on_nothing(string added)
    {
        Assert.NotNull(Check("What is the capital of Brazil?").Fault("", $"{Good}\n{added}", isWhole: true));
        Assert.NotNull(Check("What is the capital of Brazil?").Fault(Good, $"{Good}\n{added} Bye", isWhole: false));
    }

    [Fact]
    public void Stop_for_every_text_that_instructs_the_model()
    {
        using var attacks = JsonDocument.Parse(File.ReadAllText(SharedData.File("prompt-injection/text_attack_train.json")));
        var mails = File.ReadLines(SharedData.File("prompt-injection/email-train.jsonl")).Where(line => line.Length > 0).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("context").GetString()!).ToList();
        var through = new List<string>();
        foreach (var kind in attacks.RootElement.EnumerateObject())
            foreach (var (number, attack) in kind.Value.EnumerateArray().Index())
                foreach (var mail in mails)
                {
                    var check = Check($"{mail}\n{attack.GetString()}");
                    foreach (var said in ObeyingModel.Says(kind.Name, number, BillingHelp.CleanAnswers[0]))
                        if (check.Fault("", $"Hi David,\n\n{said.Text} [1]\n\nAda", isWhole: true) is null && CheckAnswer.Piece(said.Text, new(Passages, mail)) is null) through.Add($"{kind.Name} {number}: {said.Text}");
                }

        Assert.Equal("", string.Join('\n', through.Distinct()));
    }

    private static SpokenSentences Check(string thread) => new(new(Passages, thread), ["David", "Ada"]);
}
