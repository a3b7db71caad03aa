using System.Text.Json;
using SupportCopilot.Questions;
using SupportCopilot.Teams.Cards;
using SupportCopilot.Teams.Cards.Format;
using SupportCopilot.Teams.Cards.Gallery;

namespace SupportCopilot.Tests.Teams.Cards;

public sealed class AnswerCards
{
    [Fact]
    public void Open_with_the_figure_in_words_and_say_how_it_was_read()
    {
        var card = AnswerCard.Of(SampleAnswers.Bars);
        Assert.Equal(SampleAnswers.Bars.Text, Assert.IsType<RichTextBlock>(card.Body[0]).Inlines[0].Text);
        Assert.Contains(SampleAnswers.Bars.Interpretation!, Assert.IsType<RichTextBlock>(card.Body[1]).Inlines[0].Text);
    }

    [Fact]
    public void Say_how_many_rows_are_not_shown()
    {
        // The table that stands in for the chart has as many rows as the chart has bars, so one note is true of both.
        var bars = AnswerCard.Of(SampleAnswers.ManyBars);
        Assert.Contains("12 of 62 rows shown.", CardTree.Texts(bars));
        Assert.Equal(14, Assert.IsType<Table>(bars.Body.OfType<HorizontalBarChart>().Single().Fallback).Rows.Count);   // with head and total
        Assert.Contains("15 of 62 rows shown.", CardTree.Texts(AnswerCard.Of(SampleAnswers.ManyBars with { Chart = null })));
        Assert.DoesNotContain(CardTree.Texts(AnswerCard.Of(SampleAnswers.Trend)), text => text.Contains("rows", StringComparison.Ordinal));
    }

    [Fact]
    public void Offer_the_tickets_behind_the_figure_as_a_list_in_the_conversation()
    {
        var card = AnswerCard.Of(SampleAnswers.Figure);
        Assert.Equal([("Show the tickets (41)", "question.tickets"), ("Export", "question.files")], card.Actions!.Cast<SubmitAction>().Select(button => (button.Title, button.Data.Verb!)));
        Assert.All(card.Actions!.Cast<SubmitAction>(), button => Assert.Equal(SampleAnswers.Figure.Id, button.Data.Question));
        Assert.Contains(CardTree.Texts(card), text => text.StartsWith("41 tickets stand behind this.", StringComparison.Ordinal));
    }

    [Fact]
    public void Send_a_choice_as_if_it_had_been_written()
    {
        var buttons = CardTree.Of(AnswerCard.Of(SampleAnswers.Choices), "Action.Submit").ToArray();
        Assert.Equal("Category is performance (212 tickets)", buttons[0]["title"]!.GetValue<string>());
        Assert.Equal("messageBack", buttons[0]["data"]!["msteams"]!["type"]!.GetValue<string>());
        Assert.Equal("tickets with category performance last month", buttons[0]["data"]!["msteams"]!["text"]!.GetValue<string>());
    }

    [Fact]
    public void Tell_choices_apart_by_what_differs_and_tell_them_whole_above()
    {
        const string Shared = "reasons for a change, created in 2026-02-01 – 2026-02-28 (UTC), compared with 2026-01-01 – 2026-01-31, ";
        var alike = SampleAnswers.Choices with { Choices = [new(Shared + "tag is refund, by product", 22, "a"), new(Shared + "root cause is refund, by product", 33, "b")] };

        Assert.Equal(["tag is refund (22 tickets)", "root cause is refund (33 tickets)"], Buttons(alike));
        Assert.Contains("reasons for a change, created in 1–28 Feb 2026 (UTC), compared with 1–31 Jan 2026, tag is refund, by product", CardTree.Texts(AnswerCard.Of(alike)));
    }

    [Fact]
    public void Keep_the_end_of_a_choice_that_stands_alone()
    {
        var alone = SampleAnswers.Choices with { Choices = [new("tickets solved 2026-10-01 – 2026-10-31 (UTC), agent is Amelia Wright", 20, "a")] };
        Assert.Equal(["tickets solved 1–31 Oct 2026 (UTC), agent is Amelia Wright (20 tickets)"], Buttons(alone));

        var name = new string('x', 60);
        var tooLong = SampleAnswers.Choices with { Choices = [new($"tickets solved 2026-10-01 – 2026-10-31 (UTC), organization is {name}, agent is Amelia Wright", 20, "a")] };
        Assert.EndsWith("agent is Amelia Wright (20 tickets)", Buttons(tooLong).Single());
    }

    [Fact]
    public void Number_choices_that_would_look_the_same()
    {
        var name = new string('x', 100);
        var same = SampleAnswers.Choices with { Choices = [new($"tag is {name}a{name}", 1, "a"), new($"tag is {name}b{name}", 2, "b")] };
        Assert.Equal(["1: ", "2: "], Buttons(same).Select(title => title[..3]));
    }

    [Fact]
    public void Write_the_days_of_a_suggestion_out_and_send_it_as_it_is()
    {
        const string Question = "tickets from 2026-10-22 to 2026-11-21 priority is \"urgent\" by channel";
        var button = CardTree.Of(AnswerCard.Of(SampleAnswers.Figure with { Suggestions = [Question] }), "Action.Submit").First();
        Assert.Equal("tickets 22 Oct – 21 Nov 2026 priority is urgent by channel", button["title"]!.GetValue<string>());
        Assert.Equal(Question, button["data"]!["msteams"]!["text"]!.GetValue<string>());
        Assert.Equal("tickets 22 Oct – 21 Nov 2026 priority is urgent by channel", button["data"]!["msteams"]!["displayText"]!.GetValue<string>());
    }

    [Fact]
    public void Name_the_words_that_were_not_understood_once()
    {
        Assert.Contains(CardTree.Texts(AnswerCard.Of(SampleAnswers.Refusal)), text => text == "Not understood: “churn”, “NPS”.");
        var named = SampleAnswers.Refusal with { Text = "“churn” and “NPS” have no place here." };
        Assert.DoesNotContain(CardTree.Texts(AnswerCard.Of(named)), text => text.StartsWith("Not understood", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("line", typeof(LineChart))]
    [InlineData("bar", typeof(VerticalBarChart))]
    [InlineData("groupedBar", typeof(GroupedVerticalBarChart))]
    public void Draw_the_chart_that_the_answer_names(string type, Type chart) =>
        Assert.Contains(AnswerCard.Of(SampleAnswers.Bars with { Chart = new AnswerChart(type, []) }).Body, element => element.GetType() == chart);

    [Fact]
    public void Draw_names_that_need_room_as_lying_bars_and_two_dimensions_as_stacks()
    {
        Assert.Contains(AnswerCard.Of(SampleAnswers.ManyBars).Body, element => element is HorizontalBarChart);
        var stacks = AnswerCard.Of(SampleAnswers.TwoDimensions).Body.OfType<StackedHorizontalBarChart>().Single();
        Assert.Equal(["billing", "technical", "account", "shipping"], stacks.Data.Select(bar => bar.Title));
        Assert.Equal([("email", 11.0), ("chat", 8.0)], stacks.Data[0].Data.Select(part => (part.Legend, part.Value)));
    }

    [Fact]
    public void Leave_a_gap_where_there_was_nothing_to_average()
    {
        var lines = AnswerCard.Of(SampleAnswers.TrendByCategory).Body.OfType<LineChart>().Single();
        Assert.Equal([5, 4], lines.Data.Select(line => line.Values.Count));
    }

    [Fact]
    public void Keep_the_table_beside_a_chart_that_does_not_hold_every_figure()
    {
        var body = AnswerCard.Of(SampleAnswers.Comparison).Body;
        Assert.Contains(body, element => element is GroupedVerticalBarChart { Data.Count: 2, Fallback: TextBlock });
        Assert.Contains(body, element => element is Table);
        Assert.Equal(["categoricalBlue", "neutral"], body.OfType<GroupedVerticalBarChart>().Single().Data.Select(series => series.Color));
        Assert.Contains("+18.8 %", CardTree.Texts(AnswerCard.Of(SampleAnswers.Comparison)));
    }

    [Fact]
    public void Are_the_same_for_an_answer_that_was_kept_and_read_again()
    {
        var kept = SampleAnswers.Comparison with
        {
            Rows = [.. SampleAnswers.Comparison.Rows.Select(row => row.Select(cell => (object?)JsonSerializer.SerializeToElement(cell)).ToArray())],
        };
        Assert.Equal(CardTree.Json(AnswerCard.Of(SampleAnswers.Comparison)).ToJsonString(), CardTree.Json(AnswerCard.Of(kept)).ToJsonString());
    }

    [Fact]
    public void Write_figures_as_the_answers_words_do_and_tell_nothing_from_none()
    {
        var texts = CardTree.Texts(AnswerCard.Of(SampleAnswers.TableAlone)).ToArray();
        Assert.Contains("26 h 15 min", texts);
        Assert.Contains("2.6 days", texts);
        Assert.Contains("91.3 %", texts);
        Assert.Contains("–", texts);   // no rating to take a share of
        Assert.Equal("none", Figures.Of(null, new AnswerColumn("agent", "dimension")));
    }

    [Theory]
    [InlineData("medianFirstReplyMinutes", "measure", "minutes", "Median first reply")]
    [InlineData("tickets", "measure", "tickets", "Tickets")]
    [InlineData("tickets", "before", "tickets", "Before")]
    [InlineData("tickets", "change", "share", "Change")]
    [InlineData("root_cause", "dimension", null, "Root cause")]
    [InlineData("csat", "measure", "share", "CSAT")]
    [InlineData("slaMet", "measure", "share", "SLA met")]
    public void Call_columns_by_words(string name, string role, string? unit, string head)
    {
        var column = new AnswerColumn(name, role, unit);
        Assert.Equal(head, AnswerFigures.HeadOf(column, [column]));
    }

    [Fact]
    public void Draw_times_in_the_unit_that_their_words_use()
    {
        var hours = AnswerCard.Of(Times(670.5, 9.5)).Body.OfType<VerticalBarChart>().Single();
        Assert.Equal(("hours", 11.18), (hours.YAxisTitle, hours.Data[0].Y));
        Assert.Equal("minutes", AnswerCard.Of(Times(119, 9.5)).Body.OfType<VerticalBarChart>().Single().YAxisTitle);
        Assert.Equal("days", AnswerCard.Of(Times(2880, 9.5)).Body.OfType<VerticalBarChart>().Single().YAxisTitle);

        static Answer Times(params double[] minutes) => SampleAnswers.Bars with
        {
            Columns = [new("channel", "dimension"), new("medianFirstReplyMinutes", "measure", "minutes")],
            Rows = [.. minutes.Select((time, i) => (object?[])[$"channel {i}", time])],
            Total = null,
        };
    }

    [Theory]
    [InlineData("month", "2026-10", "Oct 2026")]
    [InlineData("week", "2026-11-09", "9 Nov 2026")]
    [InlineData("tag", "2026-11-09", "2026-11-09")]
    public void Write_the_steps_of_time_in_tables_as_people_do(string column, string name, string written) =>
        Assert.Equal(written, Figures.Of(name, new AnswerColumn(column, "dimension")));

    [Fact]
    public void Call_quoted_tickets_as_their_desk_does_and_lead_there()
    {
        var quoted = SampleReasons.Quotes.Quotes![0].TicketId;
        var names = new TicketNames(new Dictionary<long, TicketName> { [quoted] = new("88120", new("https://acme.zendesk.com/agent/tickets/88120")) });

        var runs = CardTree.Of(AnswerCard.Of(SampleReasons.Quotes, names), "TextRun").ToArray();
        var named = runs.Single(run => run["text"]!.GetValue<string>() == "#88120");
        Assert.Equal(("Action.OpenUrl", "https://acme.zendesk.com/agent/tickets/88120"), (named["selectAction"]!["type"]!.GetValue<string>(), named["selectAction"]!["url"]!.GetValue<string>()));
        Assert.Null(runs.Single(run => run["text"]!.GetValue<string>() == "#1502")["selectAction"]);   // ours, where its desk's is not known
    }

    [Fact]
    public void List_tickets_by_their_subjects_and_lead_to_each_instead_of_drawing_bars()
    {
        var names = new TicketNames(new Dictionary<long, TicketName> { [1207] = new("88120", new("https://acme.zendesk.com/agent/tickets/88120")) });
        var card = AnswerCard.Of(SampleAnswers.Listed, names);

        Assert.DoesNotContain(card.Body, element => element is CardChart);
        var named = CardTree.Of(card, "TextRun").Single(run => run["text"]!.GetValue<string>() == "88120: Charged twice for my order");
        Assert.Equal("https://acme.zendesk.com/agent/tickets/88120", named["selectAction"]!["url"]!.GetValue<string>());
        Assert.Contains("88116: Cannot sign in", CardTree.Texts(card));

        var withSubjects = SampleAnswers.Listed with { Columns = [new("ticket", "dimension"), new("subject", "dimension")], Rows = [["88120", "Charged twice for my order"], ["88116", "Cannot sign in"]] };
        Assert.Contains("88120", CardTree.Texts(AnswerCard.Of(withSubjects)));
    }

    [Fact]
    public void Lead_from_the_list_of_tickets_to_each()
    {
        var runs = CardTree.Of(TicketsCard.Of("which", 2, SampleSaved.Tickets, row => row.Id == 1207 ? new("https://acme.zendesk.com/agent/tickets/88120") : null), "TextRun").ToArray();
        Assert.Equal("https://acme.zendesk.com/agent/tickets/88120", runs.Single(run => run["text"]!.GetValue<string>() == "88120: Charged twice for my order")["selectAction"]!["url"]!.GetValue<string>());
        Assert.Null(runs.Single(run => run["text"]!.GetValue<string>() == "88116: Cannot sign in")["selectAction"]);
    }

    private static string[] Buttons(Answer answer) => [.. CardTree.Of(AnswerCard.Of(answer), "Action.Submit").Select(button => button["title"]!.GetValue<string>()).Take(answer.Choices.Count)];
}
