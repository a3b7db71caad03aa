using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Tickets;
using SupportCopilot.Triage;
using SupportCopilot.Triage.Training;

namespace SupportCopilot.Tests.Triage;

public sealed class LearningFromLabels(Product product) : IClassFixture<Product>
{
    private static readonly string[] Greens = ["leaf", "moss", "fern", "pine", "grass", "ivy"];
    private static readonly string[] Blues = ["sky", "sea", "lake", "ice", "rain", "river"];

    [Fact]
    public async Task Enough_labels_make_a_classifier_that_judges_new_tickets()
    {
        await HasLabelledAsync("enough", 300, (words, _) => words == Greens ? "Category 55" : "Category 7");

        var trained = await TrainAsync("enough");

        var category = Assert.Single(trained);
        Assert.True(category is { Field: "category", InUse: true, Accuracy: > 0.9, Labelled: 300 });
        var shown = await TriagedAsync("enough", "fern and moss under the pine");
        Assert.Equal(("Category 55", "classifier"), (shown.Category.Value, shown.Category.Source));
        var rows = await product.As(Role.Agent, tenant: "enough").GetAsync<JsonElement>("/api/triage/classifiers");
        var row = rows.GetProperty("items").EnumerateArray().Single(r => r.GetProperty("field").GetString() == "category");
        Assert.Equal((300, true), (row.GetProperty("labelled").GetInt32(), row.GetProperty("newest").GetProperty("inUse").GetBoolean()));
    }

    [Fact]
    public async Task Labels_shuffled_at_random_make_none_that_is_used()
    {
        await HasLabelledAsync("shuffled", 400, (_, random) => random.Next(2) == 0 ? "one" : "two");

        var trained = await TrainAsync("shuffled");

        Assert.False(Assert.Single(trained).InUse);
        Assert.NotEqual("classifier", (await TriagedAsync("shuffled", "fern and moss, please refund")).Category.Source);
    }

    [Fact]
    public async Task Too_few_labels_make_none()
    {
        await HasLabelledAsync("few", 150, (words, _) => words == Greens ? "green" : "blue");
        Assert.Empty(await TrainAsync("few"));
    }

    [Fact]
    public async Task One_label_alone_teaches_nothing_and_is_not_tried_again_at_every_look()
    {
        await HasLabelledAsync("single", 220, (_, _) => "all the same");
        Assert.False(Assert.Single(await TrainAsync("single")).InUse);
        Assert.False(await IsDueAsync("single"));
    }

    [Fact]
    public async Task A_rare_label_is_never_predicted()
    {
        await HasLabelledAsync("rare", 300, (words, _) => words == Greens ? "green" : "blue", rare: 4);
        await TrainAsync("rare");
        Assert.NotEqual("rare", (await TriagedAsync("rare", "volcano volcano volcano")).Category.Value);
    }

    [Fact]
    public async Task What_the_desk_wrote_later_is_not_learned()
    {
        // The agent's answer and the tags give the label away; the customer's words do not.
        await product.HasTicketsAsync([.. Enumerable.Range(0, 300).Select(i => new IncomingTicket("file", $"{i}")
        {
            Subject = "Hello again",
            Given = new TriageValues { Category = i % 2 == 0 ? "left" : "right" },
            Tags = [i % 2 == 0 ? "left" : "right"],
            Comments = [new IncomingComment("0", $"{Blues[i % 6]} {Greens[i / 6 % 6]}"[..3]), new IncomingComment("1", i % 2 == 0 ? "leftish" : "rightish", AuthorKind.Agent), new IncomingComment("2", i % 2 == 0 ? "note left" : "note right", AuthorKind.Requester, IsPublic: false)],
        })], "later");
        await HasNoPatternAsync("later");
        Assert.False(Assert.Single(await TrainAsync("later")).InUse);
    }

    [Fact]
    public async Task Training_is_due_when_labels_grew_by_a_fifth()
    {
        await HasLabelledAsync("growing", 200, (words, _) => words == Greens ? "green" : "blue");
        Assert.True(await IsDueAsync("growing"));
        await TrainAsync("growing");
        Assert.False(await IsDueAsync("growing"));
        await HasLabelledAsync("growing", 41, (words, _) => words == Greens ? "green" : "blue", from: 200);
        Assert.True(await IsDueAsync("growing"));
    }

    [Fact]
    public async Task Old_classifiers_go()
    {
        await HasLabelledAsync("old", 220, (words, _) => words == Greens ? "green" : "blue");
        for (var i = 0; i < 4; i++) await TrainAsync("old");
        Assert.Equal(3, await product.DatabaseAsync(db => db.Classifiers.CountAsync(), "old"));
    }

    [Fact]
    public async Task A_correction_is_an_example()
    {
        await HasLabelledAsync("corrected", 250, (words, _) => words == Greens ? "green" : "blue");
        var id = await product.HasTicketAsync("New", "moss and ivy", "corrected");
        await product.InsideAsync(services => services.GetRequiredService<CorrectTriage>().RunAsync(id, "category", "green", CancellationToken.None), "corrected");
        Assert.Equal(251, Assert.Single(await TrainAsync("corrected")).Labelled);
    }

    // The words of the test above must not give the label away by their position: label by parity of a shuffled number.
    private Task HasNoPatternAsync(string tenant) => product.DatabaseAsync(async db =>
    {
        var random = new Random(5);
        foreach (var ticket in await db.Tickets.ToListAsync())
        {
            var first = await db.Comments.SingleAsync(c => c.TicketId == ticket.Id && c.Position == 0);
            first.Body = $"{Blues[random.Next(6)]} {Greens[random.Next(6)]}";
        }

        return await db.SaveChangesAsync();
    }, tenant);

    private Task HasLabelledAsync(string tenant, int count, Func<string[], Random, string> label, int rare = 0, int from = 0)
    {
        var random = new Random(7);
        return product.HasTicketsAsync([.. Enumerable.Range(from, count).Select(i =>
        {
            var words = random.Next(2) == 0 ? Greens : Blues;
            return Labelled(i, string.Join(' ', Enumerable.Range(0, 6).Select(_ => words[random.Next(words.Length)])), label(words, random));
        }), .. Enumerable.Range(100_000, rare).Select(i => Labelled(i, "volcano volcano", "rare"))], tenant);
    }

    private static IncomingTicket Labelled(int id, string words, string category) => new("file", $"{id}")
    {
        Subject = "Hello",
        CreatedAt = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(id),
        Given = new TriageValues { Category = category },
        Comments = [new IncomingComment("0", words)],
    };

    private Task<IReadOnlyList<TrainedClassifier>> TrainAsync(string tenant) =>
        product.InsideAsync(services => services.GetRequiredService<TrainClassifiers>().RunAsync(CancellationToken.None), tenant);

    private Task<bool> IsDueAsync(string tenant) =>
        product.InsideAsync(services => services.GetRequiredService<TrainClassifiers>().IsDueAsync(CancellationToken.None), tenant);

    private async Task<TicketTriage> TriagedAsync(string tenant, string words)
    {
        var id = await product.HasTicketAsync("", words, tenant);
        return (await product.InsideAsync(services => services.GetRequiredService<TriageTicket>().RunAsync(id, CancellationToken.None), tenant))!;
    }
}
