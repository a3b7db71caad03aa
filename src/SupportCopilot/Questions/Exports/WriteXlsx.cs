using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace SupportCopilot.Questions.Exports;

/// <summary>
/// Writes a table as a workbook (ECMA-376, transitional): six small parts in a zip. Texts are inline strings, which no
/// spreadsheet reads as formulas; numbers are numbers, moments are dates.
/// </summary>
internal static class WriteXlsx
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Xml = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";
    private const int LongestText = 32_767;   // what a cell holds

    // Zip cannot write earlier dates; one date for all, so that the same table gives the same bytes.
    private static readonly DateTimeOffset Written = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTime FirstDay = new(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);   // day 0 of spreadsheets

    public static byte[] Of(ExportTable table)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part(zip, "[Content_Types].xml", ContentTypes);
            Part(zip, "_rels/.rels", $"""{Xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Part(zip, "xl/workbook.xml", $"""{Xml}<workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets><sheet name="{Escaped(table.Title)}" sheetId="1" r:id="rId1"/><sheet name="About" sheetId="2" r:id="rId2"/></sheets></workbook>""");
            Part(zip, "xl/_rels/workbook.xml.rels", $"""{Xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{Relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{Relations}/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="rId3" Type="{Relations}/styles" Target="styles.xml"/></Relationships>""");
            Part(zip, "xl/styles.xml", Styles);
            Part(zip, "xl/worksheets/sheet1.xml", Sheet([table.Columns, .. table.Rows], hasHead: true));
            Part(zip, "xl/worksheets/sheet2.xml", Sheet([.. table.About.Select(line => (IReadOnlyList<object?>)[line.Name, line.Value])], hasHead: false));
        }

        return bytes.ToArray();
    }

    private static string ContentTypes => $"""{Xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>""";

    /// <summary>Plain, bold for the head, and dates with their time.</summary>
    private static string Styles => $"""{Xml}<styleSheet xmlns="{Main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd\ hh:mm:ss"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>""";

    private static string Sheet(IReadOnlyList<IReadOnlyList<object?>> rows, bool hasHead)
    {
        var sheet = new StringBuilder($"""{Xml}<worksheet xmlns="{Main}"><sheetData>""");
        for (var row = 0; row < rows.Count; row++)
        {
            sheet.Append(CultureInfo.InvariantCulture, $"""<row r="{row + 1}">""");
            for (var column = 0; column < rows[row].Count; column++) Cell(sheet, $"{Letters(column)}{(row + 1).ToString(CultureInfo.InvariantCulture)}", rows[row][column], hasHead && row == 0);
            sheet.Append("</row>");
        }

        return sheet.Append("</sheetData></worksheet>").ToString();
    }

    private static void Cell(StringBuilder sheet, string place, object? value, bool isHead)
    {
        switch (value)
        {
            case null: return;
            case DateTimeOffset at:
                sheet.Append(CultureInfo.InvariantCulture, $"""<c r="{place}" s="2"><v>{(at.DateTime - FirstDay).TotalDays:R}</v></c>""");
                return;
            case string text:
                var shown = HarmlessText.Of(text);
                sheet.Append(CultureInfo.InvariantCulture, $"""<c r="{place}" t="inlineStr"{(isHead ? " s=\"1\"" : "")}><is><t xml:space="preserve">{Escaped(shown.Length > LongestText ? shown[..LongestText] : shown)}</t></is></c>""");
                return;
            case IFormattable number:
                sheet.Append(CultureInfo.InvariantCulture, $"""<c r="{place}"><v>{number.ToString(null, CultureInfo.InvariantCulture)}</v></c>""");
                return;
        }
    }

    /// <summary>A, B, …, Z, AA, AB, …</summary>
    private static string Letters(int column) => column < 26 ? ((char)('A' + column)).ToString() : Letters(column / 26 - 1) + (char)('A' + column % 26);

    /// <summary>A text that XML can hold: letters that it cannot are left out.</summary>
    private static string Escaped(string text)
    {
        var kept = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (char.IsHighSurrogate(letter) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) kept.Append(letter).Append(text[++i]);
            else if (char.IsSurrogate(letter) || letter < ' ' && letter is not ('\t' or '\n' or '\r') || letter is '\uFFFE' or '\uFFFF') continue;
            else kept.Append(letter switch { '<' => "&lt;", '>' => "&gt;", '&' => "&amp;", '"' => "&quot;", '\r' => "&#13;", _ => letter.ToString() });
        }

        return kept.ToString();
    }

    private static void Part(ZipArchive zip, string name, string content)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = Written;
        using var stream = entry.Open();
        stream.Write(Encoding.UTF8.GetBytes(content));
    }
}
