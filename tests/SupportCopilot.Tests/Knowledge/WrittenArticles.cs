using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Knowledge;
using SupportCopilot.Knowledge.Articles;

namespace SupportCopilot.Tests.Knowledge;

public sealed class WrittenArticles(Product product) : IClassFixture<Product>
{
    [Fact]
    public async Task The_same_article_twice_changes_nothing_and_owes_nothing()
    {
        var article = new IncomingArticle("file", "same", "Title", "Body");
        await Write(article);
        await Settle();

        var written = await Write(article);

        Assert.Equal((0, 0, 1), (written.Created, written.Updated, written.Unchanged));
        Assert.False((await Row("same")).OwesIndex);
    }

    [Theory]
    [InlineData("words", true)]
    [InlineData("unpublished", true)]
    [InlineData("address", false)]
    public async Task Only_what_the_index_holds_is_owed_to_it(string change, bool owed)
    {
        var article = new IncomingArticle("file", change, "Title", "Body");
        await Write(article);
        await Settle();

        await Write(change switch
        {
            "words" => article with { Body = "Other words" },
            "unpublished" => article with { IsPublished = false },
            _ => article with { Url = "https://help.example/1" },
        });

        Assert.Equal(owed, (await Row(change)).OwesIndex);
    }

    [Fact]
    public async Task Of_two_with_one_id_the_later_counts()
    {
        await Write(new IncomingArticle("file", "twice", "Title", "First"), new IncomingArticle("file", "twice", "Title", "Second"));

        Assert.Equal("Second", (await Row("twice")).Body);
    }

    [Fact]
    public async Task An_article_without_an_id_is_refused_and_nothing_is_written()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Write(new IncomingArticle("file", "kept-out", "Title", "Body"), new IncomingArticle("file", "", "Title", "Body")));

        Assert.Empty(await product.DatabaseAsync(db => db.Articles.Where(a => a.ExternalId == "kept-out").ToListAsync()));
    }

    private Task<SupportCopilot.Knowledge.Articles.WrittenArticles> Write(params IncomingArticle[] articles) =>
        product.InsideAsync(services => services.GetRequiredService<WriteArticles>().RunAsync(articles, TestContext.Current.CancellationToken));

    private Task<int> Settle() => product.DatabaseAsync(async db =>
    {
        foreach (var article in await db.Articles.ToListAsync()) article.OwesIndex = false;
        return await db.SaveChangesAsync();
    });

    private Task<Article> Row(string externalId) => product.DatabaseAsync(db => db.Articles.SingleAsync(a => a.ExternalId == externalId));
}
