using System.Text.Json;
using ZendeskSimulator.Accounts;
using ZendeskSimulator.Exports;
using ZendeskSimulator.Http;
using ZendeskSimulator.Limits;

namespace ZendeskSimulator.HelpCenter;

/// <summary>The Help Center: articles by their last change, one by one, and who may read them. A brand without one answers 404.</summary>
internal static class HelpCenterEndpoints
{
    private const int PageSize = 1000;

    public static IEnumerable<Line> Lines =>
    [
        new("GET", "/api/v2/help_center/incremental/articles", Incremental, Limit.Export),
        new("GET", "/api/v2/help_center/articles", List),
        new("GET", "/api/v2/help_center/{locale}/articles", List),
        new("GET", "/api/v2/help_center/articles/{id}", Show),
        new("GET", "/api/v2/help_center/{locale}/articles/{id}", Show),
        new("GET", "/api/v2/help_center/user_segments", Segments),
        new("GET", "/api/v2/help_center/user_segments/{id}", Segment),
    ];

    private static SimulatedAnswer Incremental(Call call)
    {
        Refuse(call);
        var start = call.Request.QueryNumber("start_time") ?? throw new Refused(SimulatedAnswer.Error(400, "InvalidValue", "start_time is required"));
        var (page, isEnd) = TimePages.Take(call.Account.Articles.InOrder.Where(a => a.UpdatedAt >= start), a => a.UpdatedAt, start, PageSize);
        var end = page.Count == 0 ? start : page[^1].UpdatedAt;
        return SimulatedAnswer.Ok(json =>
        {
            json.WriteNumber("count", page.Count);
            json.WriteString("next_page", isEnd ? null : $"{call.Root}/api/v2/help_center/incremental/articles.json?start_time={end}");
            json.WriteNumber("end_time", end);
            json.WriteObjects("articles", page, (json, it) => Write(json, it, call.Root));
        });
    }

    private static SimulatedAnswer List(Call call)
    {
        Refuse(call);
        var found = call.Account.Articles.InOrder.Where(a => !call.Values.TryGetValue("locale", out var locale) || a.Locale == locale).ToList();
        return Pages.Answer(call, found, found.Count, (json, page) => json.WriteObjects("articles", page, (json, it) => Write(json, it, call.Root)));
    }

    private static SimulatedAnswer Show(Call call)
    {
        Refuse(call);
        return call.Account.Articles.Find(call.Id()) is { } article ? SimulatedAnswer.Ok(json => json.WriteObject("article", article, (json, it) => Write(json, it, call.Root))) : SimulatedAnswer.NotFound();
    }

    private static SimulatedAnswer Segments(Call call)
    {
        Refuse(call);
        long[] all = [ArticleStore.SignedIn, ArticleStore.Staff];
        return Pages.Answer(call, all, all.Length, (json, page) => json.WriteObjects("user_segments", page, (json, it) => WriteSegment(json, call, it)));
    }

    private static SimulatedAnswer Segment(Call call)
    {
        Refuse(call);
        return call.Id() is ArticleStore.SignedIn or ArticleStore.Staff ? SimulatedAnswer.Ok(json => json.WriteObject("user_segment", call.Id(), (json, it) => WriteSegment(json, call, it))) : SimulatedAnswer.NotFound();
    }

    // A brand is asked by its own host name.
    private static void Refuse(Call call)
    {
        var brand = call.Account.People.Generated.Brands.FirstOrDefault(b => call.Request.Uri.Host.StartsWith(b.Subdomain + '.', StringComparison.OrdinalIgnoreCase));
        if (!call.Account.Settings.HasHelpCenter || brand is { HasHelpCenter: false }) throw new Refused(SimulatedAnswer.NotFound());
    }

    private static void Write(Utf8JsonWriter json, Article article, string root)
    {
        json.WriteNumber("id", article.Id);
        json.WriteString("url", $"{root}/api/v2/help_center/{article.Locale}/articles/{article.Id}.json");
        json.WriteString("html_url", $"{root}/hc/{article.Locale}/articles/{article.Id}");
        json.WriteString("title", article.Title);
        json.WriteString("name", article.Title);
        json.WriteString("body", article.Body);
        json.WriteString("locale", article.Locale);
        json.WriteString("source_locale", "en-us");
        json.WriteBoolean("draft", article.IsDraft);
        json.WriteBoolean("outdated", article.IsOutdated);
        json.WriteTexts("outdated_locales", article.IsOutdated ? [article.Locale] : []);
        json.WriteNumberOrNull("user_segment_id", article.UserSegmentId);
        json.WriteTexts("label_names", article.Labels);
        json.WriteNumber("section_id", 651);
        json.WriteNumber("author_id", Generated.Ids.FirstAgent);
        json.WriteBoolean("promoted", false);
        json.WriteTime("created_at", article.CreatedAt);
        json.WriteTime("updated_at", article.UpdatedAt);
        json.WriteTime("edited_at", article.UpdatedAt);
    }

    private static void WriteSegment(Utf8JsonWriter json, Call call, long id)
    {
        json.WriteNumber("id", id);
        json.WriteString("name", id == ArticleStore.Staff ? "Agents and admins" : "Signed-in users");
        json.WriteString("user_type", id == ArticleStore.Staff ? "staff" : "signed_in_users");
        json.WriteBoolean("built_in", true);
        json.WriteTexts("tags", []);
        json.WriteTime("created_at", call.Account.History.Start);
        json.WriteTime("updated_at", call.Account.History.Start);
    }
}
