using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Models;
using SupportCopilot.ModelServers;
using SupportCopilot.ModelServers.Asking;
using SupportCopilot.ModelServers.OpenAi;
using SupportCopilot.Tests.Models.Scripted;

namespace SupportCopilot.Tests.Models.Servers;

public sealed class PlacesOfServers
{
    [Theory]
    [InlineData("https://desk.openai.azure.com/openai/v1", true)]
    [InlineData("https://desk.services.ai.azure.com/openai/v1", true)]
    [InlineData("https://desk.openai.azure.us/openai/v1", true)]
    [InlineData("http://desk.openai.azure.com/openai/v1", false)]
    [InlineData("https://azure.com.evil.test/v1", false)]
    [InlineData("https://evilazure.com/v1", false)]
    [InlineData("https://api.openai.com/v1", false)]
    [InlineData("https://127.0.0.1/v1", false)]
    public async Task Get_an_Entra_token_on_Azure_alone(string address, bool mayLeave)
    {
        var reached = new Recording();
        using var client = new HttpClient(new AzureAlone { InnerHandler = reached });
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "entra-token-of-ours");

        var sent = await Record.ExceptionAsync(() => client.GetAsync(address, TestContext.Current.CancellationToken));

        Assert.Equal((mayLeave, mayLeave ? 1 : 0), (sent is null, reached.Requests));
    }

    [Theory]
    [InlineData("http://localhost:11434/v1", false)]
    [InlineData("http://127.0.0.1:8000/v1", false)]
    [InlineData("https://10.1.2.3/v1", false)]
    [InlineData("https://172.20.0.9/v1", false)]
    [InlineData("https://172.32.0.9/v1", true)]
    [InlineData("https://192.168.7.7/v1", false)]
    [InlineData("https://[fd12::7]/v1", false)]
    [InlineData("https://[2606:4700::1]/v1", true)]
    [InlineData("https://models.corp.internal/v1", false)]
    [InlineData("https://models.internal.evil.test/v1", true)]
    [InlineData("https://api.openai.com/v1", true)]
    [InlineData("https://8.8.8.8/v1", true)]
    public void Are_known_to_be_outside_or_not(string address, bool isOutside) => Assert.Equal(isOutside, ModelServerHosts.IsOutside(new Uri(address)));

    [Fact]
    public void Are_asked_at_their_pace()
    {
        var clock = new SetClock(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        var pace = new Pace(60, clock);
        var waits = Enumerable.Range(0, 9).Select(_ => pace.Take(1, TimeSpan.FromSeconds(3), out var _).TotalSeconds).ToList();

        Assert.Equal([0, 0, 0, 0, 0, 0, 0, 1, 2], waits);   // six seconds' worth at once, and the one that is due
        Assert.Equal(TimeSpan.FromSeconds(3), pace.Take(1, TimeSpan.FromSeconds(3), out var isTaken));
        Assert.True(isTaken);
        Assert.Equal(TimeSpan.FromSeconds(4), pace.Take(1, TimeSpan.FromSeconds(3), out isTaken));
        Assert.False(isTaken);
        pace.Correct(-4);
        Assert.Equal(TimeSpan.Zero, pace.Wait);
    }

    [Fact]
    public async Task That_make_vectors_give_one_for_each_text_in_their_order()
    {
        var model = new ScriptedModel();
        await using var product = await StartAsync(model, "Dimensions=3");

        var made = await product.Services.GetRequiredService<IModelServers>().Embedder!.Generator.GenerateAsync(["one", "longer"], cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal([3f, 6f], made.Select(vector => vector.Vector.Span[0]));
        Assert.All(made, vector => Assert.Equal(3, vector.Vector.Length));
        Assert.Equal(10, made.Usage?.InputTokenCount);
        Assert.Equal(["one", "longer"], model.Embedded);
    }

    [Fact]
    public async Task That_make_vectors_of_another_length_are_not_believed()
    {
        var model = new ScriptedModel { Vector = (text, length) => new float[text.Length > 3 ? length - 1 : length] };
        await using var product = await StartAsync(model, "Dimensions=3");

        var failed = await Assert.ThrowsAsync<ModelServerException>(() => product.Services.GetRequiredService<IModelServers>().Embedder!.Generator.GenerateAsync(["one", "longer"], cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal(ModelFailure.Unavailable, failed.Failure);
        Assert.Null(failed.InnerException);
    }

    private static async Task<Product> StartAsync(ScriptedModel model, params string[] settings)
    {
        var product = Product.With([.. settings.Prepend("Endpoint=https://vectors.test/v1").Prepend("Model=embedding-1").Prepend($"Key={ScriptedModel.Key}").Select(setting => $"SupportCopilot:Embeddings:{setting}")]);
        await product.InitializeAsync();
        product.Outside.Has("vectors.test", model.SendAsync);
        return product;
    }

    private sealed class Recording : HttpMessageHandler
    {
        public int Requests { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests++;
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK));
        }
    }
}
