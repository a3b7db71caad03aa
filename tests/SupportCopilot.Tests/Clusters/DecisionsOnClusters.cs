using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Tests.Replies;

namespace SupportCopilot.Tests.Clusters;

public sealed class DecisionsOnClusters(Product product) : IClassFixture<Product>
{
    private HttpClient Owner => product.As(Role.ProductOwner, user: "petra");

    [Fact]
    public async Task Approving_makes_an_internal_article_that_replies_do_not_use_and_publishing_one_that_they_cite()
    {
        await using var own = Product.With();
        var cluster = await own.HasClusterAsync(tickets: 60);   // enough for the index to learn from
        var owner = own.As(Role.ProductOwner);
        var ticket = await own.HasTicketAsync(Sidebar.Ticket("Reader", "My card reader will not pair with the phone by Bluetooth, what can I do?"));

        var approved = await owner.DecideAsync(cluster, new { verb = "approve", version = 1 });
        await own.WorkOffAsync();

        Assert.Equal("approved", approved.GetProperty("cluster").GetProperty("state").GetString());
        var article = approved.GetProperty("cluster").GetProperty("articleId").GetInt64();
        Assert.Equal(("resolution", "internal", false), await own.DatabaseAsync(db => db.Articles.Where(a => a.Id == article).Select(a => ValueTuple.Create(a.Source, a.Segment, a.IsPublished)).SingleAsync()));
        Assert.Empty((await own.AssistAsync(ticket)).Reply.Citations);

        await owner.DecideAsync(cluster, new { verb = "publish", version = 2 });
        await own.WorkOffAsync();

        var citation = Assert.Single((await own.AssistAsync(ticket)).Reply.Citations);
        Assert.Equal((article, "public", "Card reader does not pair"), (citation.ArticleId, citation.Segment, citation.Title));
        Assert.Contains("ten seconds", citation.Quote, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_press_again_changes_nothing()
    {
        var cluster = await product.HasClusterAsync();

        var first = await Owner.DecideAsync(cluster, new { verb = "approve", version = 1 });
        var again = await Owner.DecideAsync(cluster, new { verb = "approve", version = 1 });

        Assert.Equal(("done", "alreadyDone"), (first.GetProperty("outcome").GetString(), again.GetProperty("outcome").GetString()));
        Assert.Equal(first.GetProperty("cluster").GetRawText(), again.GetProperty("cluster").GetRawText());
        Assert.Equal((1, 1, 1), await TracesAsync(cluster));
    }

    [Fact]
    public async Task Of_many_who_press_at_once_exactly_one_wins()
    {
        var cluster = await product.HasClusterAsync();
        var people = Enumerable.Range(0, 8).Select(i => product.As(Role.ProductOwner, user: $"owner-{i}")).ToList();
        foreach (var person in people) await person.GetAsync("/api/clusters", TestContext.Current.CancellationToken);

        var answers = await Task.WhenAll(people.Select((person, i) => i % 2 == 0
            ? person.PressAsync(cluster, new { verb = "approve", version = 1 })
            : person.PressAsync(cluster, new { verb = "reject", version = 1, reason = "No." })));

        Assert.Equal(1, answers.Count(a => a.StatusCode is HttpStatusCode.OK));
        Assert.Equal(7, answers.Count(a => a.StatusCode is HttpStatusCode.Conflict));
        Assert.Equal(2, (await product.ClusterAsync(cluster)).Version);
        var (decisions, audits, articles) = await TracesAsync(cluster);
        Assert.Equal((1, 1), (decisions, audits));
        Assert.InRange(articles, 0, 1);
    }

    [Fact]
    public async Task One_person_on_two_devices_at_once_decides_once()
    {
        var cluster = await product.HasClusterAsync();
        var owner = Owner;
        await owner.GetAsync("/api/clusters", TestContext.Current.CancellationToken);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => owner.DecideAsync(cluster, new { verb = "approve", version = 1 })));

        Assert.Equal(1, answers.Count(a => a.GetProperty("outcome").GetString() == "done"));
        Assert.Equal(5, answers.Count(a => a.GetProperty("outcome").GetString() == "alreadyDone"));
        Assert.Equal((1, 1, 1), await TracesAsync(cluster));
    }

    [Fact]
    public async Task A_decision_on_an_older_state_is_refused_and_shows_the_present_one()
    {
        var cluster = await product.HasClusterAsync();
        await Owner.DecideAsync(cluster, new { verb = "edit", version = 1, resolution = "Restart the reader." });

        var answer = await product.As(Role.ProductOwner, user: "other").PressAsync(cluster, new { verb = "approve", version = 1 });

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var present = (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("cluster");
        Assert.Equal((2, "Restart the reader."), (present.GetProperty("version").GetInt32(), present.GetProperty("resolution").GetString()));
    }

    [Fact]
    public async Task Another_text_on_the_same_old_card_is_not_taken_for_the_first()
    {
        var cluster = await product.HasClusterAsync();
        await Owner.DecideAsync(cluster, new { verb = "edit", version = 1, resolution = "First words." });

        await Owner.RefusedAsync(cluster, new { verb = "edit", version = 1, resolution = "Second words." }, HttpStatusCode.Conflict);

        Assert.Equal("First words.", (await product.ClusterAsync(cluster)).Resolution);
    }

    [Fact]
    public async Task An_edit_takes_the_publication_back_until_it_is_published_again()
    {
        var cluster = await product.HasClusterAsync();
        await Owner.DecideAsync(cluster, new { verb = "approve", version = 1, resolution = "Charge the reader." });
        await Owner.DecideAsync(cluster, new { verb = "publish", version = 2 });

        var edited = await Owner.DecideAsync(cluster, new { verb = "edit", version = 3, resolution = "Charge the reader for an hour." });

        Assert.Equal("approved", edited.GetProperty("cluster").GetProperty("state").GetString());
        Assert.Equal(("Charge the reader for an hour.", "internal", false, true), await ArticleAsync(cluster));
        await Owner.DecideAsync(cluster, new { verb = "publish", version = 4 });
        Assert.Equal(("Charge the reader for an hour.", "public", true, true), await ArticleAsync(cluster));
    }

    [Fact]
    public async Task Rejecting_needs_a_reason_and_withdraws_the_article()
    {
        var cluster = await product.HasClusterAsync();
        Assert.Contains("why", await Owner.RefusedAsync(cluster, new { verb = "reject", version = 1, reason = "  " }, HttpStatusCode.BadRequest), StringComparison.Ordinal);
        await Owner.DecideAsync(cluster, new { verb = "approve", version = 1 });
        await Owner.DecideAsync(cluster, new { verb = "publish", version = 2 });

        var rejected = await Owner.DecideAsync(cluster, new { verb = "reject", version = 3, reason = "The app does this by itself now." });

        Assert.Equal(("rejected", "The app does this by itself now.", "petra"), (
            rejected.GetProperty("cluster").GetProperty("state").GetString(),
            rejected.GetProperty("cluster").GetProperty("rejectReason").GetString(),
            rejected.GetProperty("cluster").GetProperty("decidedBy").GetString()));
        Assert.Equal((ClusterDesk.Resolution, "internal", false, true), await ArticleAsync(cluster));
    }

    [Fact]
    public async Task Approving_nothing_says_what_to_do()
    {
        var cluster = await product.HasClusterAsync(resolution: null);

        var words = await Owner.RefusedAsync(cluster, new { verb = "approve", version = 1 }, HttpStatusCode.BadRequest);

        Assert.Contains("write down", words, StringComparison.Ordinal);
        Assert.Equal(("proposed", 1), ((await product.ClusterAsync(cluster)).State, (await product.ClusterAsync(cluster)).Version));
        await Owner.DecideAsync(cluster, new { verb = "approve", version = 1, resolution = "Restart the reader." });
    }

    [Fact]
    public async Task Publishing_is_a_second_step()
    {
        var cluster = await product.HasClusterAsync();

        Assert.Contains("Approve", await Owner.RefusedAsync(cluster, new { verb = "publish", version = 1 }, HttpStatusCode.BadRequest), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_name_is_the_articles_title_too()
    {
        var cluster = await product.HasClusterAsync();
        await Owner.DecideAsync(cluster, new { verb = "approve", version = 1 });

        var renamed = await Owner.DecideAsync(cluster, new { verb = "rename", version = 2, name = " Pairing\nthe reader " });

        Assert.Equal("Pairing the reader", renamed.GetProperty("cluster").GetProperty("name").GetString());
        Assert.Equal("Pairing the reader", await product.DatabaseAsync(db => db.Articles.Where(a => a.ExternalId == $"{cluster}").Select(a => a.Title).SingleAsync()));
    }

    [Theory]
    [InlineData(Role.Agent)]
    [InlineData(Role.Analyst)]
    [InlineData(Role.Sme)]
    public async Task Who_sees_does_not_decide(Role role)
    {
        var cluster = await product.HasClusterAsync();
        var person = product.As(role, user: $"sees-{role}");

        Assert.Equal("Card reader does not pair", (await person.GetAsync<JsonElement>($"/api/clusters/{cluster}")).GetProperty("name").GetString());
        Assert.Equal(HttpStatusCode.Forbidden, (await person.PressAsync(cluster, new { verb = "approve", version = 1 })).StatusCode);
    }

    [Theory]
    [InlineData("""{"verb":"merge","version":1}""")]
    [InlineData("""{"verb":"1","version":1}""")]
    [InlineData("""{"verb":"approve"}""")]
    [InlineData("""{"version":1}""")]
    [InlineData("""{"verb":"edit","version":1,"resolution":"  "}""")]
    [InlineData("""{"verb":"rename","version":1,"name":""}""")]
    public async Task What_is_wrong_is_refused(string body)
    {
        var cluster = await product.HasClusterAsync();
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");

        var answer = await Owner.PostAsync($"/api/clusters/{cluster}/decision", content, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private async Task<(int Decisions, int Audits, int Articles)> TracesAsync(long cluster) => await product.DatabaseAsync(async db => (
        await db.ClusterDecisions.CountAsync(d => d.ClusterId == cluster),
        await db.Audit.CountAsync(a => a.Subject == $"cluster/{cluster}"),
        await db.Articles.CountAsync(a => a.Source == "resolution" && a.ExternalId == $"{cluster}")));

    private Task<(string Body, string Segment, bool IsPublished, bool OwesIndex)> ArticleAsync(long cluster) => product.DatabaseAsync(db =>
        db.Articles.Where(a => a.ExternalId == $"{cluster}").Select(a => ValueTuple.Create(a.Body, a.Segment, a.IsPublished, a.OwesIndex)).SingleAsync());
}
