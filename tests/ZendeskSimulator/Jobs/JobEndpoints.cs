using System.Text.Json;
using ZendeskSimulator.Accounts;
using ZendeskSimulator.Http;

namespace ZendeskSimulator.Jobs;

/// <summary>What has become of jobs.</summary>
internal static class JobEndpoints
{
    public static IEnumerable<Line> Lines =>
    [
        new("GET", "/api/v2/job_statuses/show_many", ShowMany),
        new("GET", "/api/v2/job_statuses/{id}", Show),
        new("GET", "/api/v2/job_statuses", List),
    ];

    /// <summary>Accepts a job and answers with its status.</summary>
    public static SimulatedAnswer Accept(Call call, IReadOnlyList<JobPart> parts)
    {
        var job = call.Account.Jobs.Accept(parts);
        call.Account.CatchUp();   // where jobs take no time
        return Answer(call, job);
    }

    private static SimulatedAnswer Show(Call call) => Answer(call, call.Account.Jobs.Find(call.Values["id"]) ?? throw new Refused(SimulatedAnswer.NotFound()));

    private static SimulatedAnswer ShowMany(Call call)
    {
        var jobs = (call.Request.Query("ids") ?? "").Split(',').Select(call.Account.Jobs.Find).Where(j => j is not null).Select(j => j!);
        return SimulatedAnswer.Ok(json => json.WriteObjects("job_statuses", jobs, (json, job) => Write(json, job, call.Root)));
    }

    private static SimulatedAnswer List(Call call)
    {
        var jobs = call.Account.Jobs.All.OrderByDescending(j => j.AcceptedAt).ToList();
        return Pages.Answer(call, jobs, jobs.Count, (json, page) => json.WriteObjects("job_statuses", page, (json, job) => Write(json, job, call.Root)));
    }

    private static SimulatedAnswer Answer(Call call, Job job) => SimulatedAnswer.Ok(json => json.WriteObject("job_status", job, (json, it) => Write(json, it, call.Root)));

    private static void Write(Utf8JsonWriter json, Job job, string root)
    {
        json.WriteString("id", job.Id);
        json.WriteString("job_type", "Bulk Update Ticket");
        json.WriteString("url", $"{root}/api/v2/job_statuses/{job.Id}.json");
        json.WriteNumber("total", job.Total);
        json.WriteNumberOrNull("progress", job.Status == "queued" ? null : job.Results.Count);
        json.WriteString("status", job.Status);
        json.WriteString("message", job.Message);
        if (job.Status is "completed" or "failed") json.WriteObjects("results", job.Results.Select((result, index) => (result, index)), static (json, it) => WriteResult(json, it.result, it.index));
        else json.WriteNull("results");
    }

    private static void WriteResult(Utf8JsonWriter json, JobResult result, int index)
    {
        json.WriteNumber("index", index);
        json.WriteNumber("id", result.Id);
        json.WriteString("action", result.Action);
        json.WriteBoolean("success", result.IsSuccess);
        json.WriteString("status", result.Status);
        if (result.IsSuccess) return;
        json.WriteString("error", result.Error);
        json.WriteString("details", result.Details);
    }
}
