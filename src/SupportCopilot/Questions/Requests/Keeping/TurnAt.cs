using NodaTime;
using SupportCopilot.Questions.Dates;

namespace SupportCopilot.Questions.Requests.Keeping;

internal static class TurnAt
{
    /// <summary>The same turn at another moment: what relative dates meant then.</summary>
    public static QuestionTurn At(this QuestionTurn turn, Instant moment)
    {
        var dates = turn.Context.Dates;
        // Made anew: a copy would keep the day that it was.
        var then = new DateContext(moment, dates.Zone, dates.FirstDayOfWeek, dates.FiscalYearStartMonth) { MonthFirst = dates.MonthFirst };
        return turn with { Context = turn.Context with { Dates = then } };
    }

    /// <summary>The same turn with other words.</summary>
    public static QuestionTurn Saying(this QuestionTurn turn, string text) => turn with { Ask = turn.Ask with { Text = text } };
}
