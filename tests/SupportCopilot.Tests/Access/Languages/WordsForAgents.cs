using System.Text.RegularExpressions;
using SupportCopilot.Access;
using SupportCopilot.Access.Languages;
using SupportCopilot.Replies;
using SupportCopilot.Tests.Replies;

namespace SupportCopilot.Tests.Access.Languages;

/// <summary>What the product says itself is said in the agent's language; what customers and articles say stays as it stands.</summary>
public sealed partial class WordsForAgents(Product product) : IClassFixture<Product>
{
    [Theory]
    [InlineData("de-AT,de;q=0.9,en;q=0.5", "Eine erste Antwort senden: Eine Frage ist offen.", "Kein Artikel steht diesem Ticket nahe genug")]
    [InlineData("fr", "Envoyer une première réponse : une question reste ouverte.", "Aucun article n’est assez proche")]
    [InlineData("es-MX", "Enviar una primera respuesta: queda una pregunta abierta.", "Ningún artículo se acerca")]
    [InlineData("ja", "最初の返信を送る：未回答の質問が 1 件あります。", "返信の根拠にできるほど")]
    [InlineData("ar", "أرسل ردًّا أول: سؤال واحد مفتوح.", "لا مقال قريب")]
    [InlineData("fi, en;q=0.5", "Send a first reply: one question is open.", "No article is near enough")]
    [InlineData("*", "Send a first reply: one question is open.", "No article is near enough")]
    [InlineData(null, "Send a first reply: one question is open.", "No article is near enough")]
    public async Task Are_in_the_language_that_the_request_names(string? liked, string nextStep, string silent)
    {
        var ticket = await product.HasTicketAsync(Sidebar.Ticket("A zither", "Where do I find the zither?"));

        var agent = product.As(Role.Agent);
        if (liked is not null) agent.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", liked);
        var seen = await agent.GetAsync<Assistance>($"/api/tickets/{ticket}/assist");

        Assert.Equal(nextStep, seen.Summary.NextStep);
        Assert.StartsWith(silent, seen.Reply.SilentBecause, StringComparison.Ordinal);
        Assert.Equal(["Where do I find the zither?"], seen.Summary.OpenQuestions);
    }

    [Fact]
    public async Task Keep_a_customers_words_with_all_their_braces()
    {
        var ticket = await product.HasTicketAsync(Sidebar.Ticket("Braces", "The export is empty.", "Does it say {0} or {name} there?"));

        var agent = product.As(Role.Agent);
        agent.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", "de");
        var seen = await agent.GetAsync<Assistance>($"/api/tickets/{ticket}/assist");

        Assert.Equal(["Den Kunden gefragt: Does it say {0} or {name} there?"], seen.Summary.OpenQuestions);
    }

    [Fact]
    public void Are_there_in_every_language_for_every_sentence_that_is_said_and_for_no_other()
    {
        var said = Directory.EnumerateFiles(Path.Combine(SharedData.RepositoryRoot, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(path => SaidIn(File.ReadAllText(path))).Distinct().Order(StringComparer.Ordinal).ToList();

        Assert.True(said.Count > 30, $"only {said.Count} sentences were found");
        Assert.Equal(["ar", "de", "es", "fr", "ja"], AgentWords.Translations.Keys.Order());
        Assert.All(AgentWords.Translations, table => Assert.Equal(said, table.Value.Keys.Order(StringComparer.Ordinal)));
        Assert.All(AgentWords.Translations.SelectMany(table => table.Value), sentence => Assert.Equal(HolesIn(sentence.Key), HolesIn(sentence.Value)));
    }

    [Fact]
    public void Are_found_in_code_by_their_template() =>
        Assert.Equal(["Plain.", "{0}: {1} of {2}."], SaidIn("""x = say[$"Plain."]; y = _say[$"{lead}: {string.Join(", ", all)} of {count}."];"""));

    /// <summary>The templates of the interpolated strings that are said in a file: holes may hold quotes of their own.</summary>
    private static IEnumerable<string> SaidIn(string code)
    {
        foreach (Match start in Start().Matches(code))
        {
            var (template, depth, holes) = (new System.Text.StringBuilder(), 0, 0);
            for (var i = start.Index + start.Length; depth > 0 || code[i] != '"'; i++)
            {
                if (code[i] == '{' && depth++ == 0) template.Append('{').Append(holes++);
                if (code[i] == '}' && --depth == 0) template.Append('}');
                else if (depth == 0) template.Append(code[i]);
            }
            yield return template.ToString();
        }
    }

    private static List<string> HolesIn(string template) => [.. Hole().Matches(template).Select(hole => hole.Value).Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"\b_?say\[\$""")]
    private static partial Regex Start();

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Hole();
}
