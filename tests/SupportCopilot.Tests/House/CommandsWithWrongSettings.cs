namespace SupportCopilot.Tests.House;

public sealed class CommandsWithWrongSettings
{
    [Fact]
    public async Task Name_what_is_wrong_and_touch_nothing()
    {
        var data = Directory.CreateTempSubdirectory("supportcopilot-");
        try
        {
            var run = await CommandRun.OfAsync("people", "--data", data.FullName, "--SupportCopilot:Zendesk:BaseUrl=https://acme.example");

            Assert.Equal(2, run.ExitCode);
            Assert.Contains("SupportCopilot:Zendesk:", run.Error);
            Assert.DoesNotContain("   at ", run.Error);
            Assert.Empty(data.GetFiles());
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }
}
