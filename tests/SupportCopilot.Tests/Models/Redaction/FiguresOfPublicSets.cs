using System.Text.Json;
using SupportCopilot.Models.Redaction;
using SupportCopilot.Models.Redaction.Finding;
using SupportCopilot.Tests.Models.Redaction.Figures;

namespace SupportCopilot.Tests.Models.Redaction;

public sealed class FiguresOfPublicSets
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(null)]
    public void Presidios_sentences_are_found_as_well_as_is_asked(int? half) =>
        Assert.True(PiiScore.Of(SharedData.File("presidio-pii/synth-even.json"), half) is { F1: >= 0.85 } score && score.Kinds.All(kind => kind.F1 >= 0.8));

    // What is not claimed, and why.
    private static readonly Dictionary<string, string> NotClaimed = new(StringComparer.Ordinal)
    {
        ["19) 35831647"] = "eight bare digits, and no word says that they are a phone's",
        ["(19 35831647"] = "a bracket that is never closed, and no word that says what it is",
        ["1234567890"] = "ten bare digits are the number of an order as likely as not, and those are kept",
        ["1234456%, 1237812"] = "bare digits in a list",
        ["13604779660"] = "eleven bare digits behind a firm's name",
        ["83792841"] = "eight bare digits behind the name of a department",
        ["52090833"] = "eight bare digits behind the name of a department",
        ["address is ::"] = "the address of no machine",
    };

    [Theory]
    [InlineData("PhoneNumberModel.json", "Phone")]
    [InlineData("EmailModel.json", "Email")]
    [InlineData("IpAddressModel.json", "Ip")]
    [InlineData("URLModel.json", "Url")]
    public void No_case_of_the_recognizers_that_is_claimed_is_missed(string file, string kind)
    {
        var folder = Path.GetDirectoryName(Path.GetDirectoryName(SharedData.File($"recognizers-pii-specs/English/{file}")))!;
        var missed = new List<string>();
        var asked = 0;
        foreach (var path in Directory.GetFiles(folder, file, SearchOption.AllDirectories))
        {
            using var cases = JsonDocument.Parse(File.ReadAllText(path));
            foreach (var one in cases.RootElement.EnumerateArray())
            {
                var text = one.GetProperty("Input").GetString()!;
                if (NotClaimed.Keys.Any(part => text.Contains(part, StringComparison.Ordinal))) continue;
                var found = Found(text, kind);
                foreach (var wanted in one.GetProperty("Results").EnumerateArray().Select(result => result.GetProperty("Text").GetString()!))
                {
                    asked++;
                    if (!found.Contains(wanted, StringComparer.OrdinalIgnoreCase)) missed.Add($"{text}: {wanted}");
                }
            }
        }

        Assert.True(asked > 0);
        Assert.Equal("", string.Join('\n', missed));
    }

    // A bare link is no person's and stays in the text; that it is seen as one is what the checks of answers stand on.
    private static List<string> Found(string text, string kind) =>
        kind == "Url" ? [.. Links.In(text).Select(link => text[link])]
        : [.. FindPersonalData.In(text, KnownNames.None).Where(find => find.Kind.ToString() == kind).Select(find => text[find.Start..find.End])];
}
