using System.Text;
using System.Text.Json;

namespace SupportCopilot.Tickets.Reading;

/// <summary>JSON: an array of objects, objects by lines, or an array inside an object.</summary>
internal sealed class JsonTable : TableSource
{
    private readonly Stream _bytes;
    private readonly bool _isLines;
    private readonly Dictionary<string, int> _columns = [];

    private JsonTable(Stream bytes, bool isLines) => (_bytes, _isLines) = (bytes, isLines);

    public override string Format => _isLines ? "JSON lines" : "JSON";

    public static JsonTable Open(FileStream file, string name, Encoding encoding)
    {
        var isLines = BeginsWithWholeObject(file, encoding);
        file.Position = 0;
        var bytes = encoding is UTF8Encoding ? file : Encoding.CreateTranscodingStream(file, encoding, Encoding.UTF8, leaveOpen: true);
        var table = new JsonTable(bytes, isLines);
        if (!isLines && !new JsonObjects(bytes).ReadObject())
            throw new UnreadableFileException($"{name} is no table: no list of objects stands in it.");
        file.Position = 0;
        return table;
    }

    public override IEnumerable<TableRow> Rows()
    {
        var objects = new JsonObjects(_bytes);
        while (_isLines ? objects.ReadLine() : objects.ReadObject()) yield return Row(objects);
    }

    public override void Dispose() => _bytes.Dispose();

    private static bool BeginsWithWholeObject(FileStream file, Encoding encoding)
    {
        using var text = new StreamReader(file, encoding, true, 1 << 12, leaveOpen: true);
        string? line;
        do line = text.ReadLine();
        while (line is not null && string.IsNullOrWhiteSpace(line));
        if (line is null || !line.TrimStart().StartsWith('{')) return false;
        try
        {
            using var whole = JsonDocument.Parse(line);
            // An answer of an API on one line is a whole object too, and the only one.
            return text.ReadLine() is not null || !whole.RootElement.EnumerateObject().Any(p => p.Value.ValueKind is JsonValueKind.Array && p.Value.GetArrayLength() > 0 && p.Value[0].ValueKind is JsonValueKind.Object);
        }
        catch (JsonException)
        {
            return false;   // an object over several lines: it is looked through for its list
        }
    }

    private TableRow Row(JsonObjects objects)
    {
        var line = objects.Line;
        try
        {
            using var item = JsonDocument.Parse(objects.Bytes);
            if (item.RootElement.ValueKind is not JsonValueKind.Object) return new TableRow(line, [item.RootElement.GetRawText()], $"Line {line}: this is no JSON object.");
            foreach (var (name, _) in FlatJson.Of(item.RootElement))
            {
                if (_columns.TryAdd(name, Headers.Count)) Headers.Add(name);
            }

            var cells = new string[Headers.Count];
            Array.Fill(cells, "");
            foreach (var (name, value) in FlatJson.Of(item.RootElement)) cells[_columns[name]] = value;
            return new TableRow(line, cells);
        }
        catch (JsonException problem)
        {
            var at = line + (problem.LineNumber ?? 0);
            var text = Encoding.UTF8.GetString(objects.Bytes.Span);
            var reason = objects.IsBroken ? $"Line {line}: the JSON is broken off inside this object." : $"Line {at}: this is no JSON object.";
            return new TableRow(line, [text], reason);
        }
    }
}
