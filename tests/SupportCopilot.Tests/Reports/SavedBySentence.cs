using SupportCopilot.Access;
using SupportCopilot.Questions.Requests.Sentences;
using SupportCopilot.Tests.Posting;

namespace SupportCopilot.Tests.Reports;

public sealed class SavedBySentence : IAsyncDisposable
{
    private static readonly DateTime LastWeek = new(2026, 3, 4, 9, 0, 0, DateTimeKind.Utc);
    private readonly SavedDesk _desk = new();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task A_question_is_saved_sent_every_Monday_and_stays_relative()
    {
        await _desk.Product.HasChannelAsync("general");
        await _desk.HasTicketsAsync(3, LastWeek);
        await _desk.HasTicketsAsync(5, LastWeek.AddDays(7));
        await _desk.SayAsync("How many billing tickets were created last week?");

        Assert.StartsWith("saved: Saved as «weekly refunds».", await _desk.HearAsync("save this as weekly refunds"));
        Assert.StartsWith("saved: «weekly refunds» is sent from now on. It comes every Monday at 09:00 (in general), next on Monday 16 March 2026 at 09:00 (UTC).", await _desk.HearAsync("send it here every Monday at 9"));

        Assert.Empty(await _desk.TickAtAsync(2026, 3, 16, 8, 59, 59));
        await _desk.TickAtAsync(2026, 3, 16, 9);
        await _desk.TickAtAsync(2026, 3, 16, 9, 1);
        Assert.StartsWith("weekly refunds: 5 tickets", Assert.Single(_desk.Arrived));
    }

    [Theory]
    [InlineData("save this as weekly refunds and send it here every Monday at 9", "every Monday at 09:00", "Monday 16 March 2026 at 09:00 (UTC)")]
    [InlineData("send this here every weekday at 8:30", "every weekday at 08:30", "Thursday 12 March 2026 at 08:30 (UTC)")]
    [InlineData("please send it to this channel on the first of each month", "on the 1st of each month at 09:00", "Wednesday 1 April 2026 at 09:00 (UTC)")]
    [InlineData("can you post this here daily at 7pm", "every day at 19:00", "Wednesday 11 March 2026 at 19:00 (UTC)")]
    [InlineData("send it here every Tuesday and Friday at 14:15 Europe/London", "every Tuesday and Friday at 14:15", "Friday 13 March 2026 at 14:15 (Europe/London)")]
    [InlineData("schedule this for every Monday at 9", "every Monday at 09:00", "Monday 16 March 2026 at 09:00 (UTC)")]
    [InlineData("every Friday at noon send this here", "every Friday at 12:00", "Friday 13 March 2026 at 12:00 (UTC)")]
    [InlineData("send this here on the last day of the month at 17:00", "on the last day of each month at 17:00", "Tuesday 31 March 2026 at 17:00 (UTC)")]
    [InlineData("send this here on the first Monday of every month at 10", "on the first Monday of each month at 10:00", "Monday 6 April 2026 at 10:00 (UTC)")]
    [InlineData("post it here every quarter", "on the 1st of January, April, July and October at 09:00", "Wednesday 1 April 2026 at 09:00 (UTC)")]
    [InlineData("send this here every day at 9 and 17", "every day at 09:00 and 17:00", "Wednesday 11 March 2026 at 17:00 (UTC)")]
    [InlineData("send this here at 9am London time every Monday", "every Monday at 09:00", "Monday 16 March 2026 at 09:00 (Europe/London)")]
    [InlineData("send me tickets by priority last week every Monday at 9", "every Monday at 09:00", "Monday 16 March 2026 at 09:00 (UTC)")]
    [InlineData("email me this every Friday at half past nine", "every Friday at 09:30", "Friday 13 March 2026 at 09:30 (UTC)")]
    [InlineData("mail me this every weekday at quarter to nine", "every weekday at 08:45", "Thursday 12 March 2026 at 08:45 (UTC)")]
    [InlineData("send this here every Thursday at five o'clock in the afternoon", "every Thursday at 17:00", "Thursday 12 March 2026 at 17:00 (UTC)")]
    public async Task Times_are_read_and_said_with_the_next_one(string sentence, string when, string next)
    {
        await _desk.Product.HasChannelAsync("general");
        await _desk.HasTicketsAsync(3, LastWeek);
        await _desk.SayAsync("How many billing tickets were created last week?");

        var heard = await _desk.HearAsync(sentence);

        Assert.StartsWith("saved: ", heard);
        Assert.Contains(when, heard);
        Assert.Contains($"next on {next}", heard);
    }

    [Theory]
    [InlineData("send it at 10 instead", "every Monday at 10:00")]
    [InlineData("move it to 10:30", "every Monday at 10:30")]
    [InlineData("send weekly refunds at half past eleven", "every Monday at 11:30")]
    public async Task Another_time_leaves_the_days_as_they_were(string sentence, string when)
    {
        await _desk.Product.HasChannelAsync("general");
        await _desk.HasTicketsAsync(3, LastWeek);
        await _desk.SayAsync("How many billing tickets were created last week?");
        await _desk.HearAsync("save this as weekly refunds and send it here every Monday at 9");

        Assert.Contains(when, await _desk.HearAsync(sentence));

        Assert.Empty(await _desk.TickAtAsync(2026, 3, 16, 9, 1));
        await _desk.TickAtAsync(2026, 3, 16, 12);
        Assert.Single(_desk.Arrived);
    }

    [Fact]
    public async Task What_was_refused_takes_nothing_away()
    {
        await _desk.Product.HasChannelAsync("general");
        await _desk.HasTicketsAsync(3, LastWeek);
        await _desk.SayAsync("How many billing tickets were created last week?");

        Assert.StartsWith("refusal: ", await _desk.HearAsync("send this here every other Monday"));
        Assert.StartsWith("saved: ", await _desk.HearAsync("send this here every Monday"));
    }

    [Theory]
    [InlineData("snooze the backlog alert for 2 hours", "keeps still until")]
    [InlineData("pause the alert on backlog", "is paused")]
    [InlineData("stop the backlog alert", "is paused")]
    public async Task An_alert_is_found_by_words_of_its_name(string sentence, string said)
    {
        await _desk.Product.HasChannelAsync("general");
        await _desk.HasTicketsAsync(3, LastWeek);
        await _desk.HearAsync("tell me when backlog passes 200");
        await _desk.HearAsync("tell me when more than 20 tickets come in within an hour");

        Assert.Contains(said, await _desk.HearAsync(sentence));
    }

    [Theory]
    [InlineData("delete the weekly refunds report", "You have no report called «weekly refunds».")]
    [InlineData("cancel all alerts", "One after the other")]
    public async Task What_is_not_there_is_said_by_its_name(string sentence, string said)
    {
        await _desk.Product.HasChannelAsync("general");

        Assert.Contains(said, await _desk.HearAsync(sentence));
    }

    [Theory]
    [InlineData("send this to my boss every Monday at 9", "boss")]
    [InlineData("send this here every other Monday", "not every other one")]
    [InlineData("send this here every 5 minutes", "once an hour")]
    [InlineData("send it here tomorrow at 9", "not a single time")]
    [InlineData("send flurbs by wibble every Monday at 9", "wibble")]
    [InlineData("send it here", "when")]
    [InlineData("save this", "called")]
    [InlineData("save this as it", "cannot be a name")]
    [InlineData("save this as weekly digest", "digest")]
    [InlineData("delete the report weekly nonsense", "weekly nonsense")]
    [InlineData("stop sending nonsense", "nonsense")]
    [InlineData("run the nonsense", "nonsense")]
    [InlineData("alert me when flurbs pass 200", "flurbs")]
    [InlineData("alert me when first reply time passes 200", "time")]
    [InlineData("alert me when tickets by category pass 200", "one figure")]
    public async Task What_cannot_be_done_is_refused_and_named(string sentence, string names)
    {
        await _desk.Product.HasChannelAsync("general");
        await _desk.HasTicketsAsync(3, LastWeek);
        await _desk.SayAsync("How many billing tickets were created last week?");

        var heard = await _desk.HearAsync(sentence);

        Assert.StartsWith("refusal: ", heard);
        Assert.Contains(names, heard);
        Assert.Equal(0, await _desk.Product.DatabaseAsync(db => Task.FromResult(db.SavedReports.Count() + db.ReportSchedules.Count() + db.AlertWatches.Count())));
    }

    [Fact]
    public async Task Reports_are_listed_renamed_run_paused_stopped_and_deleted_by_words()
    {
        await _desk.Product.HasChannelAsync("general");
        await _desk.HasTicketsAsync(3, LastWeek);
        await _desk.SayAsync("How many billing tickets were created last week?");
        await _desk.HearAsync("save this as weekly refunds and send it here every Monday at 9");

        Assert.Contains("You have 1 report: «weekly refunds» (next on Monday 16 March 2026 at 09:00 (UTC)).", await _desk.HearAsync("list my reports"));
        Assert.Contains("«weekly refunds» is called «refunds of the week» from now on.", await _desk.HearAsync("rename it to refunds of the week"));
        Assert.StartsWith("answer: 3 tickets", await _desk.HearAsync("run refunds of the week"));
        Assert.Contains("«refunds of the week» is paused.", await _desk.HearAsync("pause the refunds of the week report"));
        Assert.Empty(await _desk.TickAtAsync(2026, 3, 16, 9));
        Assert.Contains("«refunds of the week» is on again. It comes every Monday at 09:00 (in general), next on Monday 23 March 2026 at 09:00 (UTC).", await _desk.HearAsync("resume it"));
        Assert.Contains("It comes every Friday at 10:00 (in general), next on Friday 20 March 2026 at 10:00 (UTC).", await _desk.HearAsync("move refunds of the week to every Friday at 10"));
        Assert.Contains("«refunds of the week» comes no more.", await _desk.HearAsync("stop sending refunds of the week"));
        Assert.Contains("«refunds of the week» is deleted", await _desk.HearAsync("delete it"));
        Assert.Contains("You have no reports yet", await _desk.HearAsync("list my reports"));
    }

    [Fact]
    public async Task Of_another_person_nothing_is_found()
    {
        await _desk.HasTicketsAsync(3, LastWeek);
        await _desk.SayAsync("How many billing tickets were created last week?");
        await _desk.HearAsync("save this as weekly refunds");

        Assert.Contains("You have no report called «weekly refunds». You have saved none so far.", await _desk.HearAsync("run the report weekly refunds", user: "ben"));
        Assert.StartsWith("refusal: ", await _desk.HearAsync("run weekly refunds", user: "ben"));
        Assert.Contains("There is no answer in this conversation", await _desk.HearAsync("save this as mine", user: "ben"));
        Assert.StartsWith("answer: 3 tickets", await _desk.HearAsync("run weekly refunds", user: "chief", role: Role.Admin));
    }

    [Fact]
    public async Task Questions_that_only_begin_like_requests_stay_questions()
    {
        await _desk.HasTicketsAsync(3, LastWeek);
        foreach (var question in new[] { "show me tickets per day every Monday", "how many tickets were sent last week", "tell me when most tickets came in last week", "report tickets last week", "share of tickets by channel", "share of billing tickets by category last week", "email vs phone tickets last week", "share of each channel in May", "share of chat among all tickets by month this year" })
        {
            var heard = await _desk.HearAsync(question);
            Assert.DoesNotContain("saved:", heard);
            Assert.DoesNotContain("send it here", heard);
        }
    }

    [Theory]
    [InlineData("export that")]
    [InlineData("download this as csv")]
    [InlineData("save it as an excel file")]
    [InlineData("give me that in excel")]
    public async Task A_wish_for_a_file_is_told_where_it_is(string sentence)
    {
        await _desk.HasTicketsAsync(3, LastWeek);
        var asked = await _desk.SayAsync("How many billing tickets were created last week?");
        Assert.Contains($"/api/questions/{asked.GetProperty("id").GetString()}/export?format=csv", await _desk.HearAsync(sentence));
    }

    [Fact]
    public async Task A_follow_up_is_saved_as_the_whole_question_with_its_relative_days()
    {
        await _desk.HasTicketsAsync(3, LastWeek);
        await _desk.HasTicketsAsync(2, LastWeek, "account");
        await _desk.SayAsync("How many tickets were created last week?");
        Assert.StartsWith("answer: 3 tickets", await _desk.HearAsync("only billing"));

        Assert.DoesNotContain("names its days", await _desk.HearAsync("save this as billing of the week"));
        await _desk.HasTicketsAsync(4, LastWeek.AddDays(7));
        _desk.Clock.Set(new(2026, 3, 18, 12, 0, 0, TimeSpan.Zero));
        Assert.StartsWith("answer: 4 tickets", await _desk.HearAsync("run billing of the week"));
    }

    [Fact]
    public async Task A_question_that_is_no_longer_read_as_it_was_is_told_of_and_gives_no_figure()
    {
        await _desk.Product.HasChannelAsync("general");
        await _desk.HasTicketsAsync(3, LastWeek);
        await _desk.HasTicketsAsync(2, LastWeek, "zebra");
        await _desk.SayAsync("zebra tickets last week");
        await _desk.HearAsync("save this as stripes and send it here every Monday at 9");
        await _desk.Product.DatabaseAsync(async db =>
        {
            db.SavedReports.Single().Shape = "{}";   // as if a word had come to mean something else
            return await db.SaveChangesAsync();
        });
        await _desk.TickAtAsync(2026, 3, 16, 9);

        Assert.StartsWith("«stripes» could not be made: it asks «zebra tickets last week», and its words would now be read otherwise, as: tickets created 2026-03-09 – 2026-03-15 (UTC), category is zebra.", Assert.Single(_desk.Arrived));
    }

    [Fact]
    public async Task It_runs_with_the_rights_of_the_owner_and_the_channel_at_that_moment()
    {
        var channel = await _desk.Product.HasChannelAsync("general");
        await _desk.HasTicketsAsync(3, LastWeek);
        await _desk.SayAsync("How many tickets were created last week?");
        await _desk.HearAsync("save this as all of them and send it here every day at 9");
        await _desk.Product.DatabaseAsync(async db =>
        {
            db.ConversationScopes.Add(new() { ConversationId = channel.Id, Kind = ScopeKind.Brand, Value = "nothing has this brand" });
            return await db.SaveChangesAsync();
        });
        await _desk.TickAtAsync(2026, 3, 12, 9);
        Assert.StartsWith("all of them: No tickets were created last", _desk.Arrived[^1]);

        await _desk.Product.As(Role.Agent).GetAsync("/api/tickets", TestContext.Current.CancellationToken);   // anna is an agent only from now on
        await _desk.TickAtAsync(2026, 3, 13, 9);
        await _desk.TickAtAsync(2026, 3, 14, 9);
        Assert.Equal("«all of them» comes no more: its owner may see no figures here any more. Somebody else can ask for the same figure and have it sent.", _desk.Arrived[^1]);
        Assert.Equal(2, _desk.Arrived.Count);
    }

    [Fact]
    public async Task Due_times_that_passed_while_nothing_ran_are_written_down_and_the_last_is_posted()
    {
        await _desk.Product.HasChannelAsync("general");
        await _desk.HasTicketsAsync(3, LastWeek);
        await _desk.SayAsync("How many tickets were created last week?");
        await _desk.HearAsync("save this as all of them and send it here every day at 9");

        var done = await _desk.TickAtAsync(2026, 3, 15, 10);
        Assert.EndsWith("/2026-03-15T09:00Z", Assert.Single(done).Intent);
        Assert.Single(_desk.Arrived);
        Assert.Contains("Nothing ran at 3 due times, up to 2026-03-14 09:00 UTC.", await _desk.Product.DatabaseAsync(db => Task.FromResult(db.Effects.Select(e => e.Detail).ToList())));
    }

    [Fact]
    public void No_question_of_the_set_is_heard_as_a_request()
    {
        using var stream = System.Reflection.Assembly.GetExecutingAssembly().GetManifestResourceStream("written-before.txt")!;
        using var reader = new StreamReader(stream);
        var questions = reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => !line.StartsWith('#'))
            .Concat(["Share of chat among all tickets by month this year", "share of each channel in May", "email vs phone May", "email tickets last month", "email versus chat tickets in 2026", "remove all filters", "remove the comparison", "delete all tickets", "drop billing", "post-sale tickets last week"]);

        Assert.DoesNotContain(questions, question => ReadRequest.Of(new SupportCopilot.Questions.Requests.Sentences.Tokens(question), []) is not null);
    }
}
