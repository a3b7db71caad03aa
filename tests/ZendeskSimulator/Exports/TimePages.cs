using System.Text.Json;
using ZendeskSimulator.Accounts;
using ZendeskSimulator.Http;

namespace ZendeskSimulator.Exports;

/// <summary>
/// Exports that go on by time alone. The next page begins at the last item's second, so it tells some items again; a page
/// grows beyond its size rather than end in the second it began in, which would never get on.
/// </summary>
internal static class TimePages
{
    public static (List<T> Page, bool IsEnd) Take<T>(IEnumerable<T> items, Func<T, long> time, long start, int size)
    {
        var page = new List<T>(size);
        foreach (var item in items)
        {
            // A page never ends amid a second, nor in the one it began in.
            if (page.Count >= size && time(page[^1]) > start && time(item) > time(page[^1])) return (page, false);
            page.Add(item);
        }
        return (page, true);
    }

    public static void WriteEnd(Utf8JsonWriter json, Call call, long start, int count, long? last, bool isEnd)
    {
        var end = last ?? (call.Account.Settings.Dialect.EmptyExportEndsAtOne ? 1 : start);
        var include = call.Request.Query("include") is { } included ? $"&include={Uri.EscapeDataString(included)}" : "";
        json.WriteNumber("count", count);
        json.WriteNumber("end_time", end);
        json.WriteString("next_page", $"{call.Root}{call.Request.Path}.json?start_time={end}{include}");
        json.WriteBoolean("end_of_stream", isEnd);
    }
}
