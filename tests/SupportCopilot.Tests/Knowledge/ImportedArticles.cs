using System.Text.Json;

namespace SupportCopilot.Tests.Knowledge;

public sealed class ImportedArticles : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("supportcopilot-articles-").FullName;

    [Fact]
    public async Task A_folder_of_pages_comes_in_once_and_again_changes_nothing()
    {
        Write("help/reset.md", "# Reset your password\n\nChoose *Forgot password*.");
        Write("help/deep/refunds.html", "<h1>Refunds</h1><p>Within 14 days.</p>");
        Write("help/shipping-times.txt", "Two days.");
        Write("help/empty.md", "");
        Write("help/picture.png", "not read");

        var first = await Import(Path.Combine(folder, "help"));
        var again = await Import(Path.Combine(folder, "help"));

        Assert.Equal((4, 3, 0), (first.GetProperty("files").GetInt32(), first.GetProperty("created").GetInt32(), first.GetProperty("unchanged").GetInt32()));
        Assert.Equal("empty.md holds no words.", Assert.Single(first.GetProperty("rejected").EnumerateArray()).GetString());
        Assert.Equal((0, 3), (again.GetProperty("created").GetInt32(), again.GetProperty("unchanged").GetInt32()));
    }

    [Fact]
    public async Task Of_a_table_each_row_is_an_article_and_a_row_without_words_is_named()
    {
        Write("faq.csv", "Id,Question,Answer,Draft\n1,How to pay?,By card.,false\n2,How to leave?,,false\n3,Secret?,Not yet.,true\n");

        var came = await Import(Path.Combine(folder, "faq.csv"));

        Assert.Equal(2, came.GetProperty("created").GetInt32());
        Assert.Equal("faq.csv, line 3: the row has no words.", Assert.Single(came.GetProperty("rejected").EnumerateArray()).GetString());
    }

    [Fact]
    public async Task A_table_without_words_is_refused()
    {
        Write("numbers.csv", "Year,Count\n2026,7\n");

        var run = await Run(Path.Combine(folder, "numbers.csv"));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("no column for an article's words", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named()
    {
        var run = await Run(Path.Combine(folder, "gone.md"));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("gone.md", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pieces_of_manuals_come_together_again()
    {
        var came = await Import(SharedData.File("eshopsupport/manual-chunks.json"));

        Assert.Equal(5, came.GetProperty("created").GetInt32());
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private void Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private async Task<JsonElement> Import(string path)
    {
        var run = await Run(path, "--json");
        Assert.True(run.ExitCode == 0, run.Error);
        return JsonDocument.Parse(run.Output).RootElement;
    }

    private Task<CommandRun> Run(string path, params string[] more) =>
        CommandRun.OfAsync(["import", path, "--articles", "--data", Path.Combine(folder, "data"), .. more]);
}
