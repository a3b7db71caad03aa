namespace SupportCopilot.Tests.House;

public sealed class CommandsWithWrongSettings
{
    [Fact]
    public async Task Name_what_is_wrong_in_a_line_each()
    {
        var data = Directory.CreateTempSubdirectory("supportcopilot-");
        try
        {
            var run = await CommandRun.OfAsync("sync", "--data", data.FullName, "--SupportCopilot:Zendesk:BaseUrl=https://acme.example");

            Assert.Equal(2, run.ExitCode);
            Assert.Contains("SupportCopilot:Zendesk:", run.Error);
            Assert.DoesNotContain("   at ", run.Error);
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }
}
