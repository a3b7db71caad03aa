using Azure.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SupportCopilot.Tests.Models.Scripted;

namespace SupportCopilot.Tests.Models;

public sealed class ModelServerSettings
{
    [Theory]
    [InlineData("https unless it is on this machine", "Endpoint=http://model.test/v1", "Model=m", "Key=k")]
    [InlineData("Endpoint is an address such as", "Endpoint=model.test", "Model=m", "Key=k")]
    [InlineData("Model is missing", "Endpoint=https://model.test/v1", "Key=k")]
    [InlineData("neither Key nor Entra", "Endpoint=https://model.test/v1", "Model=m")]
    [InlineData("both Key and Entra", "Endpoint=https://x.openai.azure.com/openai/v1", "Model=m", "Key=k", "Entra=true")]
    [InlineData("Azure's hosts", "Endpoint=https://model.test/v1", "Model=m", "Entra=true")]
    [InlineData("Azure's hosts", "Endpoint=https://azure.com.evil.test/v1", "Model=m", "Entra=true")]
    [InlineData("no user, no query", "Endpoint=https://k@model.test/v1", "Model=m", "Key=k")]
    [InlineData("not below 0", "Endpoint=https://model.test/v1", "Model=m", "Key=k", "InputPer1M=-1")]
    [InlineData("TrySeconds", "Endpoint=https://model.test/v1", "Model=m", "Key=k", "TrySeconds=100")]
    [InlineData("«none»", "Endpoint=https://model.test/v1", "Model=m", "Key=k", "Name=None")]
    [InlineData("at least 1", "Endpoint=https://model.test/v1", "Model=m", "Key=k", "RequestsPerMinute=0")]
    [InlineData("HaltMinutes", "Endpoint=https://model.test/v1", "Model=m", "Key=k", "HaltMinutes=0")]
    public async Task That_cannot_be_right_keep_the_server_from_starting(string because, params string[] settings)
    {
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(async () => await StartAsync(null, settings));
        Assert.Contains(refused.Failures, failure => failure.Replace("begins with https:// unless", "https unless", StringComparison.Ordinal).Contains(because, StringComparison.Ordinal));
        Assert.DoesNotContain("Key=k", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SupportCopilot:Embeddings:Model is missing", "Endpoint=https://model.test/v1", "Key=k")]
    [InlineData("SupportCopilot:Embeddings:Entra=true is for Azure's hosts", "Endpoint=https://model.test/v1", "Model=m", "Entra=true")]
    [InlineData("SupportCopilot:Embeddings:Dimensions", "Endpoint=https://model.test/v1", "Model=m", "Key=k", "Dimensions=0")]
    public async Task Of_embeddings_that_cannot_be_right_keep_the_server_from_starting(string because, params string[] settings)
    {
        var product = Product.With([.. settings.Select(setting => $"SupportCopilot:Embeddings:{setting}")]);
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(async () => await product.InitializeAsync());
        Assert.Contains(refused.Failures, failure => failure.Contains(because, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Let_an_Entra_token_go_to_Azure()
    {
        var azure = new ScriptedModel("entra-token-of-ours");
        await using var product = await StartAsync(
            services => services.Replace(ServiceDescriptor.Singleton(new Lazy<TokenCredential>(new OneToken()))), "Endpoint=https://desk.openai.azure.com/openai/v1", "Model=gpt-deployment", "Entra=true");
        product.Outside.Has("desk.openai.azure.com", azure.SendAsync);
        await product.HasTicketAsync("Charged twice", "I was charged twice.");

        await product.WorkOffAsync();

        Assert.Equal("gpt-deployment", Assert.Single(azure.Calls).Model);
    }

    [Fact]
    public async Task Let_a_server_on_this_machine_go_without_a_key()
    {
        var local = new ScriptedModel("none");
        await using var product = await StartAsync(null, "Endpoint=http://localhost:11434/v1", "Model=llama");
        product.Outside.Has("localhost:11434", local.SendAsync);
        await product.HasTicketAsync("Charged twice", "I was charged twice.");

        await product.WorkOffAsync();

        Assert.Single(local.Calls);
    }

    private static async Task<Product> StartAsync(Action<IServiceCollection>? fakes, params string[] settings)
    {
        var product = Product.Having(fakes ?? (_ => { }), [.. settings.Select(setting => $"SupportCopilot:Models:0:{setting}")]);
        await product.InitializeAsync();
        return product;
    }

    private sealed class OneToken : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => new("entra-token-of-ours", DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(GetToken(requestContext, cancellationToken));
    }
}
