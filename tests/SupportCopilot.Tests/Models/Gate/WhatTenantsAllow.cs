using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Models.Embedding;
using SupportCopilot.Models.Evaluations;
using SupportCopilot.Models.Policies;
using SupportCopilot.Models.Scores;
using SupportCopilot.Tests.Models.Scripted;

namespace SupportCopilot.Tests.Models.Gate;

public sealed class WhatTenantsAllow
{
    [Fact]
    public async Task Is_kept_where_nothing_may_leave_the_house()
    {
        await using var desk = await GateDesk.StartAsync([.. GateDesk.Server(3, "house", "Small", 50m).Select(setting => setting.Replace("https://house.test", "http://localhost:11434", StringComparison.Ordinal))]);
        var house = new ScriptedModel { Answers = _ => ScriptedAnswer.Of(GateDesk.Yes) };
        desk.Product.Outside.Has("localhost:11434", house.SendAsync);
        Assert.Equal("small", (await desk.AskAsync()).Use.Server);

        await AllowAsync(desk, policy => policy.AllowsOutside = false);

        Assert.Equal("house", (await desk.AskAsync()).Use.Server);
        Assert.Equal("notAllowed", (await desk.AskAsync(question => question with { Server = "large" })).Because);
        Assert.Empty(desk.Large.Calls);
        Assert.Equal("small", (await desk.AskAsync(tenant: "rival")).Use.Server);
        Assert.Equal([("scripted", false), ("small", false), ("large", false), ("house", true)],
            (await desk.Product.InsideAsync(services => services.GetRequiredService<ShowModels>().RunAsync(CancellationToken.None))).Select(server => (server.Name, server.IsAllowed)));
    }

    [Fact]
    public async Task Leaves_triage_to_the_embedded_way_which_is_then_the_last_word()
    {
        await using var product = await ModelProduct.StartAsync();
        await product.DatabaseAsync(async db =>
        {
            db.ModelPolicies.Add(new ModelPolicy { AllowsOutside = false });
            return await db.SaveChangesAsync();
        });
        var id = await product.HasDeskTicketAsync("Charged twice", "I was charged twice.");

        await product.WorkOffAsync();

        Assert.Empty(product.Model.Calls);
        var verdict = await product.VerdictAsync(id);
        Assert.Equal((null, null, null), (verdict.Model, verdict.WithoutModelBecause, verdict.ModelDueAt));
        Assert.Single(product.Desk.Writes);
    }

    [Fact]
    public async Task Is_the_named_servers_alone_where_some_are_named()
    {
        await using var desk = await GateDesk.StartAsync();
        await AllowAsync(desk, policy => policy.Servers = "large");

        Assert.Equal("large", (await desk.AskAsync()).Use.Server);
        Assert.Empty(desk.Small.Calls);
    }

    [Fact]
    public async Task Holds_for_vectors_too_which_are_written_down()
    {
        await using var desk = await GateDesk.StartAsync(
            "SupportCopilot:Embeddings:Endpoint=https://vectors.test/v1", "SupportCopilot:Embeddings:Model=embedding-1", $"SupportCopilot:Embeddings:Key={ScriptedModel.Key}", "SupportCopilot:Embeddings:InputPer1M=2");
        var vectors = new ScriptedModel();
        desk.Product.Outside.Has("vectors.test", vectors.SendAsync);
        var texts = Enumerable.Range(0, 200).Select(i => $"Text {i}").ToList();

        var made = await EmbedAsync(desk, texts);

        Assert.Equal(texts.Select(text => (float)text.Length), made!.Select(vector => vector.Span[0]));
        var calls = await desk.Product.LedgerAsync();
        Assert.Equal((2, 1000L, 2000L), (calls.Count, calls.Sum(call => call.InputTokens), calls.Sum(call => call.CostMicros)));
        await AllowAsync(desk, policy => policy.AllowsOutside = false);
        Assert.Null(await EmbedAsync(desk, texts));
        Assert.Equal(200, vectors.Embedded.Count);
    }

    [Fact]
    public async Task Hides_what_is_personal_from_every_server_and_puts_it_back()
    {
        await using var desk = await GateDesk.StartAsync();
        desk.Small.Answers = call => ScriptedAnswer.Spoken($"Write to {call.Data.GetProperty("text").GetString()!.Split(' ')[^1]} today.");

        var (pieces, _) = await desk.ListenAsync(with: request => request with { Data = """{"text": "Ms Zyrkovska has the address zyrkovska@example.org"}""", Names = ["Olga Zyrkovska"] });

        Assert.DoesNotContain("yrkovska", Assert.Single(desk.Small.Calls).Body, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("Write to zyrkovska@example.org today.", string.Concat(pieces));
    }

    [Fact]
    public async Task Is_asked_last_where_it_fell_below_its_floor()
    {
        await using var desk = await GateDesk.StartAsync();
        await desk.Product.DatabaseAsync(async db =>
        {
            db.ModelEvaluations.Add(new ModelEvaluation { At = DateTime.UnixEpoch, Task = "sort", Server = "small", Set = "set", Score = 0.6, Floor = 0.8, Figures = "{}" });
            return await db.SaveChangesAsync();
        });

        Assert.Equal("scripted", (await desk.AskAsync()).Use.Server);
        Assert.Equal("small", (await desk.AskAsync(question => question with { Prompt = question.Prompt with { Task = "other" } })).Use.Server);
    }

    private static async Task AllowAsync(GateDesk desk, Action<ModelPolicy> allow)
    {
        await desk.Product.InsideAsync(async services =>
        {
            var set = services.GetRequiredService<SetPolicy>();
            var policy = new ModelPolicy();
            allow(policy);
            var view = await set.ShowAsync(CancellationToken.None);
            Assert.NotNull((await set.RunAsync(view with { AllowsOutside = policy.AllowsOutside, Servers = policy.Servers?.Split('\n') }, CancellationToken.None)).Now);
        });
    }

    private static Task<IReadOnlyList<ReadOnlyMemory<float>>?> EmbedAsync(GateDesk desk, IReadOnlyList<string> texts) => desk.Product.InsideAsync(
        services => services.GetRequiredService<EmbedTexts>().RunAsync(services.GetRequiredService<SupportCopilot.Access.CurrentTenant>().Id, texts, CancellationToken.None));
}
