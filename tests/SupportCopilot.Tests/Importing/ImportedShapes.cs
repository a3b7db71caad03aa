using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Tickets;

namespace SupportCopilot.Tests.Importing;

/// <summary>Exports as people have them.</summary>
public sealed class ImportedShapes(Product product) : IClassFixture<Product>
{
    private static DateTime Utc(int month, int day, int hour = 0, int minute = 0) => new(2026, month, day, hour, minute, 0, DateTimeKind.Utc);

    [Fact]
    public async Task Semicolons_windows_1252_and_German_headings()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var csv = "Ticket-ID;Betreff;Status;Priorität;Quelle;Erstellt am;Gelöst am;Kundenname;E-Mail;Beschreibung\r\n" +
            "4711;Rückerstattung 12,50 €;Offen;Dringend;E-Mail;02.03.2026 08:15;;Jörg Groß;JOERG@example.de;\"Guten Tag,\nbitte; danke\"\r\n" +
            "4712;Drucker;Geschlossen;Niedrig;Telefon;31.01.2026 23:59;01.02.2026 00:10;Renée;renee@example.fr;druckt nicht\r\n";

        var run = await product.ImportAsync(Encoding.GetEncoding(1252).GetBytes(csv), "german", "tickets.csv");

        Assert.Equal("CSV, semicolon, windows-1252", run.Mapping!.Format);
        var tickets = await product.TicketsAsync("german");
        Assert.Equal(("Rückerstattung 12,50 €", "open", "urgent", "email", Utc(3, 2, 8, 15)), (tickets[0].Subject, tickets[0].Status, tickets[0].Given.Priority, tickets[0].Channel, tickets[0].CreatedAt));
        Assert.Equal(("closed", "low", "phone", 11), (tickets[1].Status, tickets[1].Given.Priority, tickets[1].Channel, tickets[1].ResolutionMinutes));
        Assert.Equal("Guten Tag,\nbitte; danke", (await product.ThreadAsync("german", "4711")).Single().Body);
        Assert.Equal(["joerg@example.de"], await product.DatabaseAsync(db => db.People.Where(p => p.Name == "Jörg Groß").Select(p => p.Email!).ToListAsync(), "german"));
    }

    [Fact]
    public async Task Channels_that_are_told_apart_stay_so_known_or_not()
    {
        await product.ImportAsync(
            "Id,Subject,Channel,Created at\n1,a,WhatsApp,2026-03-02\n2,b,Live chat,2026-03-02\n3,c,SMS,2026-03-02\n4,d,Facebook post,2026-03-02\n5,e,E-Mail,2026-03-02\n6,f,Kiosk,2026-03-02\n7,g,whatsapp,2026-03-02\n", "channels");

        Assert.Equal(["whatsapp", "chat", "sms", "facebook", "email", "kiosk", "whatsapp"], (await product.TicketsAsync("channels")).Select(ticket => ticket.Channel));
        Assert.Equal(2, (await AskAsync("how many tickets came in via WhatsApp?")).GetProperty("rows")[0][0].GetInt32());
        Assert.Equal(1, (await AskAsync("tickets from chat")).GetProperty("rows")[0][0].GetInt32());
        Assert.Equal(1, (await AskAsync("tickets from the channel kiosk")).GetProperty("rows")[0][0].GetInt32());

        async Task<JsonElement> AskAsync(string text)
        {
            using var response = await product.As(Role.Analyst, "channels").PostAsJsonAsync("/api/questions", new { text }, TestContext.Current.CancellationToken);
            var answer = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
            Assert.True(answer.GetProperty("kind").GetString() == "answer", answer.ToString());
            return answer;
        }
    }

    [Fact]
    public async Task Columns_of_one_name_and_comments_in_cells()
    {
        await product.ImportAsync(
            "\uFEFFSummary,Issue key,Status,Priority,Assignee,Reporter,Created,Labels,Labels,Components,Description,Comment,Comment\r\n" +
            "Zero totals,SUP-1,Waiting for customer,Highest,anke,maria,02/Mar/26 9:14 AM,billing,pdf,Billing,\"It says \"\"0\"\".\r\nSee:\r\n1\",02/Mar/26 10:01 AM;anke;We see it.,03/Mar/26 4:40 PM;maria;Any news?\r\n", "jira");

        var ticket = (await product.TicketsAsync("jira")).Single();
        Assert.Equal(("pending", "urgent", Utc(3, 2, 9, 14), Utc(3, 2, 10, 1), 1), (ticket.Status, ticket.Given.Priority, ticket.CreatedAt, ticket.FirstReplyAt, ticket.Replies));
        Assert.Equal(["billing", "pdf"], await product.DatabaseAsync(db => db.TicketTags.OrderBy(t => t.Tag).Select(t => t.Tag).ToListAsync(), "jira"));
        var thread = await product.ThreadAsync("jira", "SUP-1");
        Assert.Equal(["It says \"0\".\nSee:\n1", "We see it.", "Any news?"], thread.Select(c => c.Body));
        Assert.Equal([AuthorKind.Requester, AuthorKind.Agent, AuthorKind.Requester], thread.Select(c => c.AuthorKind));
    }

    [Fact]
    public async Task Tags_in_one_cell_dashes_for_nothing_and_an_hour_that_the_clock_skipped()
    {
        await product.ImportAsync(
            "\"Id\",\"Subject\",\"Requester\",\"Assignee\",\"Status\",\"Priority\",\"Created at\",\"Satisfaction Score\",\"Tags\"\n" +
            "\"1\",\"=HYPERLINK(\"\"http://evil.example\"\")\",\"Mallory\",\"-\",\"Pending\",\"-\",\"2026-03-29 02:30:00 Europe/Berlin\",\"Bad\",\"refund,refund,VIP guest\"\n" +
            "\"2\",\"\",\"Unknown\",\"\",\"New\",\"N/A\",\"2026-03-02 08:14:55 +0100\",\"Not Offered\",\"order where_is_it\"\n", "zendesk");

        var tickets = await product.TicketsAsync("zendesk");
        Assert.Equal(("=HYPERLINK(\"http://evil.example\")", Utc(3, 29, 1, 30), 0.0, true), (tickets[0].Subject, tickets[0].CreatedAt, tickets[0].Csat, tickets[0].CsatOffered));
        Assert.Equal((null, null, null, null, false), (tickets[0].AssigneeId, tickets[0].Given.Priority, tickets[1].Given.Priority, tickets[1].RequesterId, tickets[1].CsatOffered));
        var tags = await product.DatabaseAsync(db => db.TicketTags.Select(t => t.Tag).OrderBy(t => t).ToListAsync(), "zendesk");
        Assert.Equal(["order", "refund", "vip_guest", "where_is_it"], tags);
    }

    [Fact]
    public async Task A_log_of_changes_becomes_tickets_with_their_history()
    {
        const string Log = "number,incident_state,sys_mod_count,assigned_to,opened_at,sys_updated_at,priority,made_sla\n" +
            "INC1,New,0,?,28-02-2026 01:16,28-02-2026 01:23,3 - Moderate,TRUE\n" +
            "INC2,New,0,?,01-03-2026 08:00,01-03-2026 08:00,1 - Critical,TRUE\n" +
            "INC1,Closed,4,Sam,28-02-2026 01:16,05-03-2026 12:00,3 - Moderate,FALSE\n" +
            "INC1,Resolved,2,Sam,28-02-2026 01:16,01-03-2026 11:29,3 - Moderate,TRUE\n" +
            "INC1,Resolved,2,Sam,28-02-2026 01:16,01-03-2026 11:29,3 - Moderate,TRUE\n";

        var run = await product.ImportAsync(Log, "log");

        Assert.Equal((5, 2), (run.Read, run.Created));
        var ticket = (await product.TicketsAsync("log"))[0];
        Assert.Equal(("closed", "normal", Utc(2, 28, 1, 16), Utc(3, 1, 11, 29), false), (ticket.Status, ticket.Given.Priority, ticket.CreatedAt, ticket.SolvedAt, ticket.SlaMet));
        var changes = await product.DatabaseAsync(db => db.TicketChanges.Where(c => c.TicketId == ticket.Id && c.Field == "status").OrderBy(c => c.At).ToListAsync(), "log");
        Assert.Equal([(null, "new"), ("new", "solved"), ("solved", "closed")], changes.Select(c => (c.From, c.To)));
        Assert.Equal((0, 0), ((await product.ImportAsync(Log, "log")).Created, (await product.ImportAsync(Log, "log")).Updated));
    }

    [Fact]
    public async Task Threads_in_JSON_with_dates_of_year_one_and_another_programs_summaries()
    {
        var run = await product.ImportAsync(
            """
            [ {"TicketId": 1, "CreatedAt": "0001-01-01T00:00:00", "ShortSummary": "A filter", "LongSummary": "Customer asks about the filter cartridge and how often it is to be replaced.", "CustomerSatisfaction": 10, "TicketStatus": "Open",
                "Messages": [{"MessageId": 7, "IsCustomerMessage": true, "Text": "How often?"}, {"MessageId": 8, "IsCustomerMessage": false, "Text": "Every <b>500</b> litres."}]},
              {"TicketId": 2, "CreatedAt": "0001-01-01T00:00:00", "CustomerSatisfaction": 1, "TicketStatus": "Closed", "Messages": []},
              {"TicketId": 3, "TicketStatus": oops},
              {"TicketId": 4, "TicketStatus": "Open", "Mess
            """, "threads", "tickets.json");

        Assert.Equal((4, 2, 2), (run.Read, run.Created, run.Rejected));
        var tickets = await product.TicketsAsync("threads");
        Assert.Equal((null, "How often?", "open", 1.0, 1), (tickets[0].CreatedAt, tickets[0].Subject, tickets[0].Status, tickets[0].Csat, tickets[0].Replies));
        Assert.Equal([("How often?", AuthorKind.Requester), ("Every 500 litres.", AuthorKind.Agent)], (await product.ThreadAsync("threads", "1")).Select(c => (c.Body, c.AuthorKind)));
        Assert.Equal(2, await product.DatabaseAsync(db => db.TicketFields.CountAsync(f => f.Name.EndsWith("Summary")), "threads"));
    }

    [Fact]
    public async Task JSON_lines_with_objects_within_and_a_line_that_is_none()
    {
        var run = await product.ImportAsync(
            "{\"id\": 1, \"subject\": \"Lamp\", \"requester\": {\"name\": \"Nia\", \"email\": \"nia@example.org\"}, \"tags\": [\"A b\", \"c\"], \"created_at\": 1772438400}\nnonsense\n{\"id\": 2, \"subject\": \"Door\", \"colour\": \"red\"}\n",
            "lines", "tickets.jsonl");

        Assert.Equal((3, 2, 1), (run.Read, run.Created, run.Rejected));
        Assert.Equal(Utc(3, 2, 8), (await product.TicketsAsync("lines"))[0].CreatedAt);
        Assert.Equal(["a_b", "c"], await product.DatabaseAsync(db => db.TicketTags.Select(t => t.Tag).OrderBy(t => t).ToListAsync(), "lines"));
        Assert.Equal(["nia@example.org"], await product.DatabaseAsync(db => db.People.Where(p => p.Name == "Nia").Select(p => p.ExternalId).ToListAsync(), "lines"));
        Assert.Equal("red", await product.DatabaseAsync(db => db.TicketFields.Where(f => f.Name == "colour").Select(f => f.Value).SingleAsync(), "lines"));
    }

    [Fact]
    public async Task An_answer_of_an_API_with_its_list_inside()
    {
        var run = await product.ImportAsync("{\"count\": 1, \"tickets\": [{\"id\": 5, \"subject\": \"Lamp\", \"via\": {\"channel\": \"web\"}, \"satisfaction_rating\": {\"score\": \"good\"}}], \"next_page\": null}", "wrapped", "export.json");

        Assert.Equal(1, run.Created);
        var ticket = (await product.TicketsAsync("wrapped")).Single();
        Assert.Equal(("5", "web", 1.0), (ticket.ExternalId, ticket.Channel, ticket.Csat));
    }

    [Fact]
    public async Task A_workbook_with_a_title_above_its_header()
    {
        var run = await product.ImportAsync(Upload.Workbook(["Export of March"], ["Case Number", "Title", "State"], ["C-1", "Lamp", "In Progress"], ["C-2", "Door", "Done"]), "workbook", "export.xlsx");

        Assert.Equal(("completed", 2), (run.Status, run.Created));
        Assert.Equal(["open", "solved"], (await product.TicketsAsync("workbook")).Select(t => t.Status));
    }

    [Fact]
    public async Task HTML_bodies_become_text_with_quoted_mail_marked()
    {
        await product.ImportAsync(
            "ticket_id,subject,body_html\n1,Crash,\"<html><head><style>p{color:red}</style></head><body><p>Hi,</p><p>it <b>crashes</b>.<br>Version&nbsp;5.2&#8211;beta</p><div class=\"\"gmail_quote\"\">Send logs.</div><img src=\"\"data:image/png;base64,iVBOR=\"\"></body></html>\"\n", "html");

        Assert.Equal("Hi,\nit crashes.\nVersion 5.2–beta\n> Send logs.", (await product.ThreadAsync("html", "1")).Single().Body);
    }

    [Fact]
    public async Task Rows_without_ids_double_nothing_when_they_come_again()
    {
        const string Csv = "title,body,category\nLamp,It is dark,light\nDoor,It is stuck,wood\nLamp,It is dark,light\n";

        await product.ImportAsync(Csv, "no-ids");
        var again = await product.ImportAsync(Csv, "no-ids");

        Assert.Equal((0, 0), (again.Created, again.Updated));
        Assert.Equal(2, (await product.TicketsAsync("no-ids")).Count);
    }

    [Fact]
    public async Task A_quote_that_is_never_closed_costs_its_own_line_only()
    {
        var run = await product.ImportAsync("id,subject\n1,Lamp\n2,\"Door\n3,Roof\n4,\"Wall, high\"\n", "quote");

        Assert.Equal((3, 1), (run.Created, run.Rejected));
        Assert.Equal(["Lamp", "Roof", "Wall, high"], (await product.TicketsAsync("quote")).Select(t => t.Subject));
    }

    [Fact]
    public async Task Days_and_months_are_told_apart_by_a_value_far_below_the_head()
    {
        var csv = new StringBuilder("id,subject,created\n");
        for (var i = 1; i <= 1500; i++) csv.Append($"{i},Lamp {i},03/04/2026 10:00\n");
        csv.Append("1501,Lamp,25/04/2026 10:00\n");

        await product.ImportAsync(csv.ToString(), "far");

        Assert.All((await product.TicketsAsync("far")).Where(t => t.ExternalId != "1501"), t => Assert.Equal(Utc(4, 3, 10), t.CreatedAt));
    }

    [Fact]
    public async Task A_row_for_each_message_becomes_one_thread()
    {
        await product.ImportAsync(
            "ticket_id,author,created_at,body\n1,nia,2026-03-02 08:00,It is dark.\n1,sam,2026-03-02 09:00,Press the switch.\n1,nia,2026-03-02 10:00,Thanks!\n2,ola,2026-03-02 08:00,Where is it?\n", "messages");

        var thread = await product.ThreadAsync("messages", "1");
        Assert.Equal(["It is dark.", "Press the switch.", "Thanks!"], thread.Select(c => c.Body));
        Assert.Equal([AuthorKind.Requester, AuthorKind.Agent, AuthorKind.Requester], thread.Select(c => c.AuthorKind));
    }
}
