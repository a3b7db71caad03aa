using ZendeskSimulator.Accounts;
using ZendeskSimulator.Oracle;
using ZendeskSimulator.People;

namespace ZendeskSimulator.Http;

/// <summary>Brings each request to what answers it: who asks, may they, how often, then the answer; one after the other.</summary>
internal sealed class Switchboard(Account account, RequestLog log)
{
    public SimulatedAnswer Answer(SimulatedRequest request)
    {
        lock (account.Gate)
        {
            account.CatchUp();
            var answer = AnswerNow(request);
            log.Add(request, answer);
            return answer;
        }
    }

    private SimulatedAnswer AnswerNow(SimulatedRequest request)
    {
        var headers = new Dictionary<string, string>();
        try
        {
            var (line, values) = Find(request);
            var user = line.IsOpen ? null : Authenticate.Caller(account, request);
            if (line.IsForAdmins && user is { Role: not "admin" }) return Forbidden();
            Count(line, request, user, values, headers);
            return With(headers, line.Answer(new Call(account, request, user, values)));
        }
        catch (Refused refused)
        {
            return With(headers, refused.Answer);
        }
    }

    private static (Line Line, IReadOnlyDictionary<string, string> Values) Find(SimulatedRequest request)
    {
        var path = request.Path.Split('/');
        foreach (var line in Switches.All)
            if (line.Method == request.Method && line.Match(path) is { } values) return (line, values);
        throw new Refused(SimulatedAnswer.Error(404, "InvalidEndpoint", "Not found"));
    }

    private void Count(Line line, SimulatedRequest request, User? user, IReadOnlyDictionary<string, string> values, Dictionary<string, string> headers)
    {
        if (user is null) return;
        Add(headers, account.Meter.CountRequest()?.Headers());
        Add(headers, account.Meter.CountFor(line.Limit, request.Path)?.Headers());
        if (line.Limit is Limits.Limit.UpdateTicket && values.TryGetValue("id", out var id) && long.TryParse(id, out var ticket)) account.Meter.CountUpdate(ticket, user.Id);
    }

    private static SimulatedAnswer With(Dictionary<string, string> headers, SimulatedAnswer answer)
    {
        Add(headers, answer.Headers);
        return answer with { Headers = headers };
    }

    private static void Add(Dictionary<string, string> headers, Dictionary<string, string>? more)
    {
        foreach (var (name, value) in more ?? []) headers[name] = value;
    }

    private static SimulatedAnswer Forbidden() => SimulatedAnswer.Json(403, json =>
    {
        json.WriteStartObject("error");
        json.WriteString("title", "Forbidden");
        json.WriteString("message", "You do not have access to this page. Please contact the account owner of this help desk for further help.");
        json.WriteEndObject();
    });
}
