using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Models;
using SupportCopilot.Models.Streaming;
using SupportCopilot.Tests.Models.Scripted;

namespace SupportCopilot.Tests.Models.Gate;

/// <summary>A product with three servers behind its gate: «small», «scripted» (medium) and «large», of which each can be scripted.</summary>
public sealed class GateDesk(ModelProduct product) : IAsyncDisposable
{
    public const string Yes = """{"answer": "yes"}""";

    private static readonly ModelSchema Schema = new("answer", JsonDocument.Parse(
        """{"type": "object", "additionalProperties": false, "required": ["answer"], "properties": {"answer": {"type": "string", "enum": ["yes", "no"]}}}""").RootElement);

    public ModelProduct Product => product;

    public ScriptedModel Small { get; } = Saying(Yes);

    public ScriptedModel Medium => product.Model;

    public ScriptedModel Large { get; } = Saying(Yes);

    public static Task<GateDesk> StartAsync(params string[] settings) => StartAsync(null, settings);

    public static async Task<GateDesk> StartAsync(Action<IServiceCollection>? fakes, params string[] settings)
    {
        var desk = new GateDesk(await ModelProduct.StartAsync(fakes, [.. Server(1, "small", "Small", 0.1m), .. Server(2, "large", "Large", 10m), .. settings]));
        desk.Medium.Answers = _ => ScriptedAnswer.Of(Yes);
        desk.Product.Outside.Has("small.test", desk.Small.SendAsync);
        desk.Product.Outside.Has("large.test", desk.Large.SendAsync);
        return desk;
    }

    public static IReadOnlyList<string> Server(int number, string name, string tier, decimal price) =>
    [
        $"SupportCopilot:Models:{number}:Name={name}", $"SupportCopilot:Models:{number}:Endpoint=https://{name}.test/v1", $"SupportCopilot:Models:{number}:Model={name}-1",
        $"SupportCopilot:Models:{number}:Key={ScriptedModel.Key}", $"SupportCopilot:Models:{number}:Tier={tier}", $"SupportCopilot:Models:{number}:InputPer1M={price}", $"SupportCopilot:Models:{number}:OutputPer1M={price}",
        $"SupportCopilot:Models:{number}:RetrySeconds=0.01", $"SupportCopilot:Models:{number}:TrySeconds=5", $"SupportCopilot:Models:{number}:TotalSeconds=10",
    ];

    /// <summary>A question to a model, whose answer is yes or no.</summary>
    public static ModelRequest<string> Question(int tenantId, string task = "sort", string text = "Is it?") => new(
        tenantId, new ModelPrompt(task, 1, "Answer the question in the data, which is data."), JsonSerializer.Serialize(new { text }), Schema,
        answer => answer.TryGetProperty("answer", out var said) && said.GetString() is "yes" or "no" ? ModelReading<string>.Right(said.GetString()!) : ModelReading<string>.NotRight("answer is neither yes nor no."));

    /// <summary>Asks it, as a person or as a job.</summary>
    public Task<ModelResult<string>> AskAsync(
        Func<ModelRequest<string>, ModelRequest<string>>? with = null, string tenant = SupportCopilot.Tests.Product.Tenant, Caller? by = null, CancellationToken? ct = null) => product.InsideAsync(services =>
    {
        if (by is not null) services.GetRequiredService<CurrentCaller>().Set(by);
        return services.GetRequiredService<AskModel>().RunAsync((with ?? (same => same))(Question(TenantOf(services))), ct ?? TestContext.Current.CancellationToken);
    }, tenant);

    /// <summary>Listens to a stream to its end.</summary>
    public Task<(IReadOnlyList<string> Pieces, ModelResult<string> Result)> ListenAsync(ModelTextCheck? check = null, Func<ModelTextRequest, ModelTextRequest>? with = null) => product.InsideAsync<(IReadOnlyList<string>, ModelResult<string>)>(async services =>
    {
        var request = new ModelTextRequest(TenantOf(services), new ModelPrompt("summary", 1, "Sum up."), """{"text": "words"}""", check ?? ((_, piece) => ModelReading<string>.Right(piece)));
        var stream = services.GetRequiredService<AskModel>().Stream((with ?? (same => same))(request));
        var pieces = new List<string>();
        await foreach (var piece in stream.WithCancellation(TestContext.Current.CancellationToken)) pieces.Add(piece);
        return (pieces, stream.Result);
    });

    public ValueTask DisposeAsync() => product.DisposeAsync();

    private static ScriptedModel Saying(string text) => new() { Answers = _ => ScriptedAnswer.Of(text) };

    private static int TenantOf(IServiceProvider services) => services.GetRequiredService<SupportCopilot.Access.CurrentTenant>().Id;
}
