using System.Globalization;
using System.Text;
using System.Text.Json;
using ZendeskSimulator.Accounts;

namespace ZendeskSimulator.Http;

/// <summary>Lists by cursor (<c>page[size]</c>, <c>page[after]</c>) or, where the caller asks for none, by offset (<c>page</c>, <c>per_page</c>).</summary>
internal static class Pages
{
    private const int Most = 100;

    /// <summary>Answers one page of a list.</summary>
    /// <param name="call">Who asks for which page.</param>
    /// <param name="all">The list in its order; it is read only as far as needed.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="page">Writes the items of the page.</param>
    public static SimulatedAnswer Answer<T>(Call call, IEnumerable<T> all, int count, Action<Utf8JsonWriter, IReadOnlyList<T>> page) =>
        call.Request.Query("page[size]") is null && call.Request.Query("page[after]") is null ? ByOffset(call, all, count, page) : ByCursor(call, all, count, page);

    private static SimulatedAnswer ByCursor<T>(Call call, IEnumerable<T> all, int count, Action<Utf8JsonWriter, IReadOnlyList<T>> page)
    {
        var size = call.Request.QueryNumber("page[size]") ?? Most;
        if (size is < 1 or > Most) throw new Refused(SimulatedAnswer.Error(400, "InvalidPaginationParameter", "page[size] must be between 1 and 100"));
        var from = call.Request.Query("page[after]") is { } cursor ? Position(cursor) : 0;
        var items = all.Skip(from).Take((int)size).ToList();
        var end = from + items.Count;
        return SimulatedAnswer.Ok(json =>
        {
            page(json, items);
            json.WriteStartObject("meta");
            json.WriteBoolean("has_more", end < count);
            json.WriteString("after_cursor", items.Count == 0 ? null : Cursor(end));
            json.WriteString("before_cursor", items.Count == 0 ? null : Cursor(from));
            json.WriteEndObject();
            json.WriteStartObject("links");
            json.WriteString("next", end < count ? $"{call.Root}{call.Request.Path}.json?page%5Bafter%5D={Uri.EscapeDataString(Cursor(end))}&page%5Bsize%5D={size}{Others(call)}" : null);
            json.WriteNull("prev");
            json.WriteEndObject();
        });
    }

    private static SimulatedAnswer ByOffset<T>(Call call, IEnumerable<T> all, int count, Action<Utf8JsonWriter, IReadOnlyList<T>> page)
    {
        var number = Math.Max(1, call.Request.QueryNumber("page") ?? 1);
        var size = Math.Clamp(call.Request.QueryNumber("per_page") ?? Most, 1, Most);
        // Zendesk gives no page beyond the hundredth by offset.
        if (number > 100) throw new Refused(SimulatedAnswer.Error(400, "InvalidPaginationDepth", "Limit to 100 pages. Use cursor pagination to go beyond this limit."));
        var items = all.Skip((int)((number - 1) * size)).Take((int)size).ToList();
        return SimulatedAnswer.Ok(json =>
        {
            page(json, items);
            json.WriteString("next_page", number * size < count ? $"{call.Root}{call.Request.Path}.json?page={number + 1}&per_page={size}{Others(call)}" : null);
            json.WriteString("previous_page", number > 1 ? $"{call.Root}{call.Request.Path}.json?page={number - 1}&per_page={size}{Others(call)}" : null);
            json.WriteNumber("count", count);
        });
    }

    private static string Others(Call call) => string.Concat(
        call.Request.QueryNames().Where(n => !n.StartsWith("page", StringComparison.Ordinal) && n != "per_page").Select(n => $"&{Uri.EscapeDataString(n)}={Uri.EscapeDataString(call.Request.Query(n)!)}"));

    private static string Cursor(int position) => Convert.ToBase64String(Encoding.ASCII.GetBytes($"o.{position.ToString(CultureInfo.InvariantCulture)}"));

    private static int Position(string cursor)
    {
        Span<byte> bytes = new byte[cursor.Length];
        if (Convert.TryFromBase64String(cursor, bytes, out var length) && Encoding.ASCII.GetString(bytes[..length]).Split('.') is ["o", var position]
            && int.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var at)) return at;
        throw new Refused(SimulatedAnswer.Error(400, "InvalidCursor", "The cursor is not valid"));
    }
}
