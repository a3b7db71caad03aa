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
    public void Tell_choices_apart_whose_names_begin_alike()
    {
        const string Shared = "reasons for a change, created in 1–28 Feb 2026 against 1–31 Jan 2026 (UTC), ";
        var alike = SampleAnswers.Choices with { Choices = [new(Shared + "tag is refund", 22, "a"), new(Shared + "root cause is refund", 33, "b")] };

        Assert.Equal(["… tag is refund (22 tickets)", "… root cause is refund (33 tickets)"], CardTree.Of(AnswerCard.Of(alike), "Action.Submit").Take(2).Select(button => button["title"]!.GetValue<string>()));
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
    public void Call_columns_by_words(string name, string role, string? unit, string head)
    {
        var column = new AnswerColumn(name, role, unit);
        Assert.Equal(head, AnswerFigures.HeadOf(column, [column]));
    }
}
