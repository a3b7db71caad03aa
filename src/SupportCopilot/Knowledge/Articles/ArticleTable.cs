using SupportCopilot.Tickets.Reading;

namespace SupportCopilot.Knowledge.Articles;

/// <summary>
/// Takes articles out of a table: its columns by their names (title, question, brand and model; body, text, answer,
/// description; id, segment, language, url, published). Rows without a title that repeat one id are the pieces of one
/// document and come together again, in their order.
/// </summary>
internal sealed class ArticleTable
{
    private readonly string _name;
    private readonly List<string> _columns;
    private readonly int _id, _body, _title, _brand, _segment, _language, _url, _published, _draft;

    /// <exception cref="UnreadableFileException">No column holds an article's words.</exception>
    private ArticleTable(string name, IEnumerable<string> headers)
    {
        _name = name;
        _columns = [.. headers.Select(header => string.Concat(header.Where(char.IsLetterOrDigit)).ToLowerInvariant())];
        _body = Column("body", "htmlbody", "content", "text", "article", "answer", "description", "details");
        if (_body < 0) throw new UnreadableFileException($"{name} has no column for an article's words: name one of them body, text, content, answer or description.");
        _title = Column("title", "name", "subject", "question", "heading", "model");
        _brand = _title >= 0 && _columns[_title] == "model" ? Column("brand", "make") : -1;
        _id = Column("id", "articleid", "externalid", "key") is >= 0 and var named ? named : _columns.FindIndex(column => column.EndsWith("id", StringComparison.Ordinal));
        _segment = Column("segment", "visibility");
        _language = Column("language", "locale", "lang");
        _url = Column("url", "htmlurl", "link");
        _published = Column("ispublished", "published");
        _draft = Column("draft", "isdraft");
    }

    /// <summary>Reads a table.</summary>
    /// <param name="path">Where it lies.</param>
    /// <param name="name">What people call it.</param>
    /// <param name="rejected">Told why a row gives no article.</param>
    /// <param name="limits">What is too much.</param>
    /// <exception cref="UnreadableFileException">It is no table, or no column of it holds words.</exception>
    public static List<IncomingArticle> Read(string path, string name, Action<string> rejected, ReadingLimits limits)
    {
        using var reader = TableReader.Open(path, name, limits);
        var table = new ArticleTable(name, reader.Headers);
        var rows = new List<TableRow>();
        foreach (var row in reader.Rows())
        {
            if (row.Problem is { } problem) rejected(problem);
            else if (table.Cell(row, table._body).Length == 0) rejected($"{name}, line {row.Line}: the row has no words.");
            else rows.Add(row);
        }
        return table._title < 0 && table.ParentOf(rows) is { } parent ? table.Documents(rows, parent) : [.. rows.Select(table.Article)];
    }

    private IncomingArticle Article(TableRow row)
    {
        var text = ArticleText.ReadCell(Cell(row, _body));
        var title = $"{Cell(row, _brand)} {Cell(row, _title)}".Trim();
        var id = Cell(row, _id) is { Length: > 0 } given ? given : $"line {row.Line}";
        return Marked(new IncomingArticle("file", ExternalIds.Of($"{_name}/{id}"), title.Length > 0 ? title : text.TitleOr(_name), text.Body), row);
    }

    /// <summary>The first column of ids that repeat: what the pieces belong to.</summary>
    private int? ParentOf(List<TableRow> rows)
    {
        for (var column = 0; column < _columns.Count; column++)
        {
            if (!_columns[column].EndsWith("id", StringComparison.Ordinal)) continue;
            if (rows.Select(row => Cell(row, column)).Distinct().Count() < rows.Count) return column;
        }
        return null;
    }

    private List<IncomingArticle> Documents(List<TableRow> rows, int parent) =>
    [
        .. rows.GroupBy(row => Cell(row, parent)).Select(pieces =>
        {
            var text = ArticleText.ReadCell(string.Join("\n\n", pieces.Select(row => Cell(row, _body))));
            return Marked(new IncomingArticle("file", ExternalIds.Of($"{_name}/{pieces.Key}"), text.TitleOr(_name), text.WithoutTitle()), pieces.First());
        }),
    ];

    private IncomingArticle Marked(IncomingArticle article, TableRow row) => article with
    {
        Segment = Cell(row, _segment).ToLowerInvariant() is ArticleSegment.Restricted or ArticleSegment.Internal ? Cell(row, _segment).ToLowerInvariant() : ArticleSegment.Public,
        Language = Cell(row, _language) is { Length: >= 2 } locale ? locale[..2].ToLowerInvariant() : null,
        Url = Cell(row, _url) is { Length: > 0 } url && Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? Cell(row, _url) : null,
        IsPublished = Cell(row, _published).ToLowerInvariant() is not ("false" or "no" or "0") && Cell(row, _draft).ToLowerInvariant() is not ("true" or "yes" or "1"),
    };

    private string Cell(TableRow row, int column) => column >= 0 && column < row.Cells.Length ? row.Cells[column] ?? "" : "";

    private int Column(params string[] names) => names.Select(name => _columns.IndexOf(name)).FirstOrDefault(found => found >= 0, -1);
}
