using System.Net;
using System.Net.Http.Json;
using Azure.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SupportCopilot.Access;
using SupportCopilot.Host.Endpoints;
using SupportCopilot.Knowledge;
using SupportCopilot.Models;
using SupportCopilot.Models.Policies;
using SupportCopilot.SearchIndexes.Azure;
using SupportCopilot.Tests.Replies;
using SupportCopilot.Tickets;

namespace SupportCopilot.Tests.Search.Azure;

/// <summary>The product with Azure AI Search behind it: a service in the tests that refuses what the real one refuses.</summary>
public sealed class AzureSearch : IAsyncDisposable
{
    private const string HostName = "acme.search.windows.net";
    private readonly SearchService service = new("supportcopilot", "the-key");
    private Product? product;

    [Fact]
    public async Task Finds_tickets_and_articles_and_what_is_deleted_no_more()
    {
        Starts();
        var ticket = new IncomingTicket("file", "walrus-1") { Subject = "Walrus on the line", Status = TicketStatus.Open, Comments = [new("0", "It will not leave.")] };
        await product!.HasTicketAsync(ticket);
        await product!.HasArticleAsync("Walrus care", "Feed the walrus twice a day.");
        await product!.WorkOffAsync();
        Assert.Equal(["Walrus care", "Walrus on the line"], (await SearchAsync("walrus (care) OR \"line\"")).Select(item => item.Title).Order());

        await product!.HasTicketsAsync([ticket with { Status = TicketStatus.Deleted }]);
        await product!.WorkOffAsync();
        Assert.Equal(["Walrus care"], (await SearchAsync("walrus")).Select(item => item.Title));
    }

    [Fact]
    public async Task Replies_cite_articles_as_with_the_embedded_index()
    {
        Starts();
        await product!.HasArticleAsync("Reset your password", "Choose Forgot password on the sign-in page to reset your password.");
        var ticket = await product!.HasTicketAsync(Sidebar.Ticket("Password", "How do I reset my password?"));
        await product!.WorkOffAsync();

        Assert.Contains("Forgot password", (await product!.AssistAsync(ticket)).Reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tenants_and_sights_are_kept_apart_whatever_signs_a_brand_has()
    {
        Starts();
        await IndexAsync(1, Ticket(1, "pelican") with { Brand = "O'Brien" }, Ticket(2, "pelican") with { Brand = "north" });
        await IndexAsync(2, Ticket(3, "pelican"));

        Assert.Equal([1L, 2L], (await FindAsync(1, "pelican")).Order());
        Assert.Equal([1L], await FindAsync(1, "pelican", new Visibility([], [], ["O'Brien"])));
        Assert.Empty(await FindAsync(1, "pelican", new Visibility([], [], ["' or tenant eq 2 or brand eq '"])));
        Assert.Equal([3L], await FindAsync(2, "pelican"));
    }

    [Fact]
    public async Task A_rebuild_takes_away_what_is_gone_and_leaves_other_tenants_alone()
    {
        Starts();
        await IndexAsync(1, Ticket(1, "heron"), Ticket(2, "heron"));
        await IndexAsync(2, Ticket(3, "heron"));
        await Task.Delay(5, TestContext.Current.CancellationToken);   // generations are milliseconds

        await Index().RebuildAsync(1, () => new[] { Ticket(2, "heron") }.ToAsyncEnumerable(), null, TestContext.Current.CancellationToken);

        Assert.Equal([2L], await FindAsync(1, "heron"));
        Assert.Equal([3L], await FindAsync(2, "heron"));
        var state = await Index().StateAsync(1, TestContext.Current.CancellationToken);
        Assert.Equal((1L, "azure", false), (state.Tickets, state.Kind, state.NeedsRebuild));
        Assert.True((await Index().StateAsync(2, TestContext.Current.CancellationToken)).NeedsRebuild);
    }

    [Fact]
    public async Task Many_documents_go_in_batches_of_at_most_a_thousand()
    {
        Starts();
        await IndexAsync(1, [.. Enumerable.Range(1, 2500).Select(id => Ticket(id, "crane"))]);

        Assert.Equal([1000, 1000, 500], service.Batches);
        Assert.Equal(2500, service.Documents.Count);
    }

    [Fact]
    public async Task A_busy_service_is_asked_again_and_of_a_batch_only_what_it_was_too_busy_for()
    {
        Starts();
        await FindAsync(1, "anything");   // makes the index
        service.Faults.Enqueue((HttpStatusCode.TooManyRequests, 0));
        service.Faults.Enqueue((HttpStatusCode.ServiceUnavailable, null));
        service.BusyKeys.Add("t1-ticket-2");

        await IndexAsync(1, Ticket(1, "stork"), Ticket(2, "stork"));

        Assert.Equal([2, 1], service.Batches);
        Assert.Equal([1L, 2L], (await FindAsync(1, "stork")).Order());
    }

    [Fact]
    public async Task A_refusal_fails_at_once_and_tells_no_words_and_no_key()
    {
        Starts("SupportCopilot:Search:Key=another-key");

        var refused = await Assert.ThrowsAsync<SearchServiceException>(() => FindAsync(1, "confidential walrus"));

        Assert.Equal(403, refused.Status);
        Assert.Equal(1, service.Requests);
        Assert.DoesNotContain("walrus", refused.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("another-key", refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_stays_busy_is_given_up_after_a_few_tries()
    {
        Starts();
        for (var i = 0; i < 10; i++) service.Faults.Enqueue((HttpStatusCode.ServiceUnavailable, 0));

        Assert.Equal(503, (await Assert.ThrowsAsync<SearchServiceException>(() => FindAsync(1, "anything"))).Status);
        Assert.Equal(5, service.Requests);
    }

    [Fact]
    public async Task With_an_embedding_server_words_and_meanings_are_asked_together_and_personal_data_stays_here()
    {
        var embedder = new Embedder();
        Starts(fakes: services => services.AddSingleton<IModelServers>(embedder));
        await IndexAsync(1, Ticket(1, "gull") with { Text = "Write to nia.obi@example.com about the gull" }, Ticket(2, "gull"));

        var hits = await Index().SearchAsync(new SearchQuery(1, SearchKind.Ticket, "gull", 10), TestContext.Current.CancellationToken);

        Assert.NotNull(service.Searches[^1]["vectorQueries"]);
        Assert.Equal("semantic", service.Searches[^1]["queryType"]!.GetValue<string>());
        Assert.All(hits, hit => Assert.True(hit.Likeness > 0.5));
        Assert.DoesNotContain(embedder.Asked, text => text.Contains("example.com", StringComparison.Ordinal));
        Assert.Equal(2, (await Index().VectorsAsync(1, SearchKind.Ticket, [1, 2, 9], TestContext.Current.CancellationToken))!.Ids.Count);
    }

    [Fact]
    public async Task Vectors_are_asked_for_at_the_gate_which_writes_them_down_and_forbids_them()
    {
        var embedder = new Embedder();
        Starts(fakes: services => services.AddSingleton<IModelServers>(embedder));
        var tenant = await product!.InsideAsync(services => Task.FromResult(services.GetRequiredService<CurrentTenant>().Id));
        await IndexAsync(tenant, Ticket(1, "gannet"), Ticket(2, "gannet"));
        await product!.InsideAsync(services => services.WriteDownModelCallsAsync());
        Assert.Equal(("embedding", "vectors"), await product!.DatabaseAsync(async db => await db.ModelCalls.SingleAsync() is { CostMicros: > 0 } call ? (call.Task, call.Server) : default));

        using var forbidden = await product!.As(Role.Admin).PutAsJsonAsync("/api/models/policy", new ModelPolicyView(false, null, null, null, null, null, 0), TestContext.Current.CancellationToken);
        var asked = embedder.Asked.Count;
        await IndexAsync(tenant, Ticket(3, "gannet"));

        Assert.Equal([1L, 2L, 3L], (await FindAsync(tenant, "gannet")).Order());   // by its words alone
        Assert.Equal(asked, embedder.Asked.Count);
    }

    [Fact]
    public async Task With_Entra_the_token_goes_along_and_no_key()
    {
        var entra = new SearchService("supportcopilot", "a-token");
        product = Product.Having(services => services.AddSingleton<TokenCredential>(new Credential()), $"SupportCopilot:Search:Endpoint=https://{HostName}", "SupportCopilot:Search:Entra=true");
        product.Outside.Has(HostName, entra.AnswerAsync);

        await IndexAsync(1, Ticket(1, "swan"));

        Assert.Single(entra.Documents);
    }

    [Theory]
    [InlineData("https://acme.search.windows.net", "k", false, "supportcopilot", true)]
    [InlineData("https://acme.search.windows.net", null, true, "supportcopilot", true)]
    [InlineData("http://localhost:5000", "k", false, "supportcopilot", true)]
    [InlineData("http://acme.search.windows.net", "k", false, "supportcopilot", false)]
    [InlineData("https://search.example.com", null, true, "supportcopilot", false)]
    [InlineData("https://acme.search.windows.net.example.com", null, true, "supportcopilot", false)]
    [InlineData("https://acme.search.windows.net", "k", true, "supportcopilot", false)]
    [InlineData("https://acme.search.windows.net", null, false, "supportcopilot", false)]
    [InlineData("https://user@acme.search.windows.net", "k", false, "supportcopilot", false)]
    [InlineData("https://acme.search.windows.net", "k", false, "Support_Copilot", false)]
    [InlineData("acme", "k", false, "supportcopilot", false)]
    public void Settings_that_would_give_key_or_token_away_are_refused(string endpoint, string? key, bool entra, string index, bool isRight) =>
        Assert.Equal(isRight, new AzureSearchOptionsRules().Validate(null, new AzureSearchOptions { Endpoint = endpoint, Key = key, Entra = entra, Index = index }).Succeeded);

    [Theory]
    [InlineData("docs/index", "", """{"value":[{"key":"t1-ticket-1"}]}""")]
    [InlineData("docs/index", "?api-version=2024-07-01", """{"value":[{"key":"t1/ticket/1"}]}""")]
    [InlineData("docs/index", "?api-version=2024-07-01", """{"value":[{"key":"a","unknown":1}]}""")]
    [InlineData("docs/index", "?api-version=2024-07-01", """{"value":[{"key":"a","done":"yes"}]}""")]
    [InlineData("docs/search", "?api-version=2024-07-01", """{"search":"*","filter":"tenant = 1"}""")]
    [InlineData("docs/search", "?api-version=2024-07-01", """{"search":"*","filter":"nobody eq 1"}""")]
    [InlineData("docs/search", "?api-version=2024-07-01", """{"search":"*","filter":"title eq 'a'"}""")]
    [InlineData("docs/search", "?api-version=2024-07-01", """{"search":"*","filter":"brand eq 'a' or"}""")]
    [InlineData("docs/search", "?api-version=2024-07-01", """{"search":"*","select":"nothing"}""")]
    [InlineData("docs/search", "?api-version=2024-07-01", """{"query":"*"}""")]
    public async Task The_service_in_the_tests_refuses_what_the_real_one_refuses(string rest, string version, string body)
    {
        Starts();
        await FindAsync(1, "anything");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"https://{HostName}/indexes/supportcopilot/{rest}{version}") { Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json") };
        request.Headers.Add("api-key", "the-key");

        Assert.Equal(HttpStatusCode.BadRequest, (await service.AnswerAsync(request, TestContext.Current.CancellationToken)).StatusCode);
    }

    public async ValueTask DisposeAsync()
    {
        if (product is not null) await product.DisposeAsync();
    }

    private void Starts(string key = "SupportCopilot:Search:Key=the-key", Action<IServiceCollection>? fakes = null)
    {
        product = Product.Having(fakes ?? (_ => { }), $"SupportCopilot:Search:Endpoint=https://{HostName}", key);
        product.Outside.Has(HostName, service.AnswerAsync);
    }

    private ISearchIndex Index() => product!.Services.GetRequiredService<ISearchIndex>();

    private Task IndexAsync(int tenant, params SearchDocument[] documents) => Index().PutAsync(tenant, documents, TestContext.Current.CancellationToken);

    private async Task<IEnumerable<long>> FindAsync(int tenant, string text, Visibility? sight = null) =>
        (await Index().SearchAsync(new SearchQuery(tenant, SearchKind.Ticket, text, 50) { Visibility = sight ?? Visibility.Everything }, TestContext.Current.CancellationToken)).Select(hit => hit.Key.Id);

    private async Task<IReadOnlyList<SearchItem>> SearchAsync(string text) =>
        (await product!.As(Role.Agent).GetAsync<Page<SearchItem>>($"/api/search?q={Uri.EscapeDataString(text)}")).Items;

    private static SearchDocument Ticket(long id, string words) => new(new SearchKey(SearchKind.Ticket, id), words, words);

    private sealed class Credential : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => new("a-token", DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(GetToken(requestContext, cancellationToken));
    }

    /// <summary>Vectors of three numbers, alike for alike texts.</summary>
    private sealed class Embedder : IModelServers, IEmbeddingGenerator<string, Embedding<float>>
    {
        public List<string> Asked { get; } = [];

        public IReadOnlyList<ModelServer> All => [];

        ModelEmbedder? IModelServers.Embedder => new("vectors", "test", 3, 20) { Generator = this, State = () => new ModelServerState(false, null, null, null) };

        public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
        {
            Asked.AddRange(values);
            return Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(values.Select(text => new Embedding<float>(new[] { 0.8f, 0.6f, 0f }))));
        }

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
