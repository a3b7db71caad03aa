using System.IO.Compression;
using System.Net.Http.Json;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Host.Endpoints;
using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Importing;

namespace SupportCopilot.Tests.Importing;

/// <summary>Sends files in over HTTP and works the imports off, as the job would.</summary>
internal static class Upload
{
    public static Task<ImportView> ImportAsync(this Product product, string content, string tenant, string name = "tickets.csv", params string[] fields) =>
        product.ImportAsync(Encoding.UTF8.GetBytes(content), tenant, name, fields);

    public static async Task<ImportView> ImportAsync(this Product product, byte[] content, string tenant, string name, params string[] fields)
    {
        var client = product.As(Role.Admin, tenant);
        using var answer = await client.PostAsync("/api/imports", Form(content, name, fields), TestContext.Current.CancellationToken);
        Assert.True((int)answer.StatusCode == 202, await answer.Content.ReadAsStringAsync());
        await product.WorkOffImportsAsync(tenant);
        return await client.GetAsync<ImportView>(answer.Headers.Location!.ToString());
    }

    public static MultipartFormDataContent Form(byte[] content, string name, params string[] fields)
    {
        var form = new MultipartFormDataContent { { new ByteArrayContent(content), "file", name } };
        foreach (var field in fields) form.Add(new StringContent(field.Split(':', 2)[1]), field.Split(':', 2)[0]);
        return form;
    }

    public static Task WorkOffImportsAsync(this Product product, string tenant) => product.InsideAsync(
        services => services.GetRequiredService<RunQueuedImports>().RunAsync(services.GetRequiredService<CurrentTenant>().Id, CancellationToken.None), tenant);

    public static Task<List<Ticket>> TicketsAsync(this Product product, string tenant) =>
        product.DatabaseAsync(db => db.Tickets.AsNoTracking().OrderBy(ticket => ticket.ExternalId).ToListAsync(), tenant);

    public static Task<List<Comment>> ThreadAsync(this Product product, string tenant, string externalId) => product.DatabaseAsync(
        db => db.Comments.AsNoTracking().Where(c => db.Tickets.Any(t => t.Id == c.TicketId && t.ExternalId == externalId)).OrderBy(c => c.Position).ToListAsync(), tenant);

    /// <summary>A workbook of one sheet, as small as Excel reads it.</summary>
    public static byte[] Workbook(params string[][] rows)
    {
        var sheet = new StringBuilder("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
        foreach (var row in rows)
        {
            sheet.Append("<row>");
            foreach (var cell in row) sheet.Append($"<c t=\"inlineStr\"><is><t>{System.Security.SecurityElement.Escape(cell)}</t></is></c>");
            sheet.Append("</row>");
        }

        return Zip(
            ("[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"""),
            ("_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"""),
            ("xl/_rels/workbook.xml.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"""),
            ("xl/workbook.xml", """<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Tickets" sheetId="1" r:id="rId1"/></sheets></workbook>"""),
            ("xl/worksheets/sheet1.xml", sheet.Append("</sheetData></worksheet>").ToString()));
    }

    public static byte[] Zip(params (string Name, string Content)[] entries)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = new StreamWriter(archive.CreateEntry(name, CompressionLevel.SmallestSize).Open());
                entry.Write(content);
            }
        }

        return file.ToArray();
    }
}
