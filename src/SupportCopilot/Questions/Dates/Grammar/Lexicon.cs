using System.Collections.Frozen;
using NodaTime;

namespace SupportCopilot.Questions.Dates.Grammar;

/// <summary>The words that dates are made of.</summary>
internal static class Lexicon
{
    /// <summary>Months, with how surely the bare word is one rather than a name or a verb.</summary>
    public static readonly FrozenDictionary<string, (int Month, double Surely)> Months = new Dictionary<string, (int, double)>
    {
        ["january"] = (1, .85),
        ["jan"] = (1, .6),
        ["february"] = (2, .85),
        ["feb"] = (2, .7),
        ["march"] = (3, .6),
        ["mar"] = (3, .4),
        ["april"] = (4, .55),
        ["apr"] = (4, .7),
        ["may"] = (5, .3),
        ["june"] = (6, .6),
        ["jun"] = (6, .5),
        ["july"] = (7, .8),
        ["jul"] = (7, .6),
        ["august"] = (8, .7),
        ["aug"] = (8, .7),
        ["september"] = (9, .85),
        ["sept"] = (9, .8),
        ["sep"] = (9, .6),
        ["october"] = (10, .85),
        ["oct"] = (10, .7),
        ["november"] = (11, .85),
        ["nov"] = (11, .7),
        ["december"] = (12, .85),
        ["dec"] = (12, .6),
    }.ToFrozenDictionary();

    public static readonly FrozenDictionary<string, (IsoDayOfWeek Day, double Surely)> Weekdays = new Dictionary<string, (IsoDayOfWeek, double)>
    {
        ["monday"] = (IsoDayOfWeek.Monday, .85),
        ["mon"] = (IsoDayOfWeek.Monday, .55),
        ["tuesday"] = (IsoDayOfWeek.Tuesday, .85),
        ["tue"] = (IsoDayOfWeek.Tuesday, .6),
        ["tues"] = (IsoDayOfWeek.Tuesday, .7),
        ["wednesday"] = (IsoDayOfWeek.Wednesday, .85),
        ["wed"] = (IsoDayOfWeek.Wednesday, .5),
        ["weds"] = (IsoDayOfWeek.Wednesday, .6),
        ["thursday"] = (IsoDayOfWeek.Thursday, .85),
        ["thu"] = (IsoDayOfWeek.Thursday, .6),
        ["thur"] = (IsoDayOfWeek.Thursday, .6),
        ["thurs"] = (IsoDayOfWeek.Thursday, .7),
        ["friday"] = (IsoDayOfWeek.Friday, .85),
        ["fri"] = (IsoDayOfWeek.Friday, .55),
        ["saturday"] = (IsoDayOfWeek.Saturday, .85),
        ["sat"] = (IsoDayOfWeek.Saturday, .35),
        ["sunday"] = (IsoDayOfWeek.Sunday, .85),
        ["sun"] = (IsoDayOfWeek.Sunday, .35),
    }.ToFrozenDictionary();

    public static readonly FrozenDictionary<string, Unit> Units = new Dictionary<string, Unit>
    {
        ["minute"] = Unit.Minute,
        ["minutes"] = Unit.Minute,
        ["min"] = Unit.Minute,
        ["mins"] = Unit.Minute,
        ["hour"] = Unit.Hour,
        ["hours"] = Unit.Hour,
        ["hr"] = Unit.Hour,
        ["hrs"] = Unit.Hour,
        ["h"] = Unit.Hour,
        ["day"] = Unit.Day,
        ["days"] = Unit.Day,
        ["d"] = Unit.Day,
        ["week"] = Unit.Week,
        ["weeks"] = Unit.Week,
        ["wk"] = Unit.Week,
        ["wks"] = Unit.Week,
        ["w"] = Unit.Week,
        ["fortnight"] = Unit.Fortnight,
        ["fortnights"] = Unit.Fortnight,
        ["month"] = Unit.Month,
        ["months"] = Unit.Month,
        ["mth"] = Unit.Month,
        ["mths"] = Unit.Month,
        ["quarter"] = Unit.Quarter,
        ["quarters"] = Unit.Quarter,
        ["qtr"] = Unit.Quarter,
        ["qtrs"] = Unit.Quarter,
        ["trimester"] = Unit.Quarter,
        ["trimesters"] = Unit.Quarter,
        ["year"] = Unit.Year,
        ["years"] = Unit.Year,
        ["yr"] = Unit.Year,
        ["yrs"] = Unit.Year,
    }.ToFrozenDictionary();

    private static readonly string[] Small =
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".Split(' ');

    public static readonly FrozenDictionary<string, int> Cardinals = Small.Select((word, value) => (word, value))
        .Concat("twenty thirty forty fifty sixty seventy eighty ninety".Split(' ').Select((word, i) => (word, value: (i + 2) * 10)))
        .ToFrozenDictionary(pair => pair.word, pair => pair.value);

    public static readonly FrozenDictionary<string, int> Ordinals =
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
        .Split(' ').Select((word, i) => (word, value: i + 1)).Append((word: "twentieth", value: 20)).Append((word: "thirtieth", value: 30))
        .ToFrozenDictionary(pair => pair.word, pair => pair.value);
}

/// <summary>Lengths of calendar time.</summary>
internal enum Unit
{
    Minute,
    Hour,
    Day,
    Week,
    Fortnight,
    Month,
    Quarter,
    Half,
    Year,
}
