using System.CommandLine;
using System.Text.Json.Serialization;
using Spectre.Console;
using SupportCopilot.Host.Pages;
using SupportCopilot.Reports;
using SupportCopilot.Storage;

namespace SupportCopilot.Host.Commands;

/// <summary>Lists the digests of a tenant, shows what they would say, or posts what is due: safe beside a running server.</summary>
internal sealed class DigestCommand : ProductCommand
{
    private const int MostListed = 200;

    private readonly Option<bool> _sendDue = new("--send-due") { Description = "Post what is due and has not been posted, and end" };
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Print what each digest would say now; nothing is posted" };

    public DigestCommand() : base("digest", "List the weekly digests, print them, or post what is due")
    {
        Options.Add(_sendDue);
        Options.Add(_dryRun);
    }

    public override async Task<int> RunAsync(WebApplication app, CommandLine line, ParseResult parsed, CancellationToken ct)
    {
        if (parsed.GetValue(_sendDue) && parsed.GetValue(_dryRun)) return Terminal.Fail("Say either --send-due or --dry-run.", 2);

        var terminal = new Terminal(line.IsJson);
        return await InTenantAsync(app.Services, await TenantKeyAsync(app.Services, ct), async (services, _) =>
        {
            if (parsed.GetValue(_sendDue)) await SendDueAsync(services, terminal, ct);
            else if (parsed.GetValue(_dryRun)) await PreviewAsync(services, terminal, ct);
            else await ListAsync(services, terminal, ct);
            return 0;
        }, ct);
    }

    private static async Task SendDueAsync(IServiceProvider services, Terminal terminal, CancellationToken ct)
    {
        var posted = await services.GetRequiredService<PostDueDigests>().RunAsync(ct);
        if (posted.Count == 0) terminal.Say("No digest is due.");
        foreach (var effect in posted) terminal.Say($"{effect.Intent}: {effect.State}{(effect.Detail is null ? "" : $", {effect.Detail}")}");
        terminal.Result(posted, DigestJson.Default.IReadOnlyListEffectRow);
    }

    private static async Task PreviewAsync(IServiceProvider services, Terminal terminal, CancellationToken ct)
    {
        var previews = new List<DigestPreview>();
        foreach (var row in await DigestsAsync(services, ct))
            previews.Add(new(row.Id, await services.GetRequiredService<PreviewDigest>().RunAsync(row.Id, ct) ?? $"Digest {row.Id}: nothing may be shown in its conversation."));
        if (previews.Count == 0) terminal.Say("There are no digests.");
        foreach (var preview in previews) terminal.Say(preview.Text + Environment.NewLine);
        terminal.Result(previews, DigestJson.Default.IReadOnlyListDigestPreview);
    }

    private static async Task ListAsync(IServiceProvider services, Terminal terminal, CancellationToken ct)
    {
        var rows = await DigestsAsync(services, ct);
        var table = new Table().AddColumns("Id", "Conversation", "When", "Next (UTC)", "Last");
        foreach (var row in rows)
            table.AddRow(new Text($"{row.Id}"), new Text(row.ConversationName ?? $"{row.Conversation}"), new Text($"{row.Day} {row.Time} {row.TimeZone}"), new Text($"{row.NextAt:yyyy-MM-dd HH:mm}"), new Text(row.Last is null ? "" : $"{row.Last.Intent} {row.Last.State}"));
        if (rows.Count == 0) terminal.Say("There are no digests.");
        else terminal.Show(table);
        terminal.Result(rows, DigestJson.Default.IReadOnlyListReportRow);
    }

    private static async Task<IReadOnlyList<ReportRow>> DigestsAsync(IServiceProvider services, CancellationToken ct)
    {
        var all = new List<ReportRow>();
        string? next = null;
        do
        {
            var (rows, following) = await services.GetRequiredService<ListDigests>().RunAsync(MostListed, next is null ? null : all[^1].Id, ct);
            all.AddRange(rows);
            next = following;
        }
        while (next is not null);
        return all;
    }

    private static async Task<string> TenantKeyAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<WorkbenchTenants>().ChooseAsync(null, ct)).Open;
    }
}

/// <summary>What a digest would say.</summary>
internal sealed record DigestPreview(long Id, string Text);

[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(IReadOnlyList<EffectRow>))]
[JsonSerializable(typeof(IReadOnlyList<ReportRow>))]
[JsonSerializable(typeof(IReadOnlyList<DigestPreview>))]
internal sealed partial class DigestJson : JsonSerializerContext;
