using System.Collections.Frozen;
using SupportCopilot.Questions.Dates.Days;
using SupportCopilot.Questions.Dates.Periods;

namespace SupportCopilot.Questions.Dates.Grammar;

/// <summary>The words that a time can begin with. A rule that begins with another word must add it here, or is never asked.</summary>
internal static class Starters
{
    /// <summary>Words that lead to a time and say none themselves.</summary>
    public static readonly FrozenSet<string> Leads =
        "in on during over for within throughout across of from at @ between as no not by through up to until till til the a an all only every each or and my our mid middle"
        .Split(' ').ToFrozenSet();

    /// <summary>Words of times.</summary>
    public static readonly FrozenSet<string> Cores = (
        "since starting beginning begin commencing after later before prior earlier more longer less under than noon midday midnight now this current last previous past preceding next coming following upcoming " +
        "first final trailing rolling latest recent same so far ytd qtd mtd wtd fytd time ever date today yesterday yday tomorrow tmrw tmr tonight overnight morning afternoon evening " +
        "weekend weekends weekday weekdays workday workdays workweek working business work days w wc c q h fy cy cw kw fiscal financial calendar iso half couple dozen end start course ' full complete whole entire completed including leading")
        .Split(' ').Concat(Lexicon.Months.Keys).Concat(Lexicon.Weekdays.Keys).Concat(Lexicon.Weekdays.Keys.Select(day => day + "s")).Concat(Lexicon.Units.Keys)
        .Concat(Lexicon.Cardinals.Keys).Concat(Lexicon.Ordinals.Keys).Concat(Holidays.FirstWords).Concat(Seasons.Words).ToFrozenSet();
}
