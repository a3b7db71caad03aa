using NodaTime;
using NodaTime.Text;
using SupportCopilot.Questions.Dates;
using SupportCopilot.Questions.Parsing.Words;

namespace SupportCopilot.Tests.Questions.Dates;

/// <summary>Reading phrases for the tests.</summary>
internal static class DateTable
{
    public static readonly DateTimeZone London = DateTimeZoneProviders.Tzdb["Europe/London"];

    /// <summary>A Wednesday, 14:30 in London.</summary>
    public static readonly DateContext Wednesday = At("2026-03-18T14:30");

    public static DateContext At(string local, string zone = "Europe/London")
    {
        var place = DateTimeZoneProviders.Tzdb[zone];
        return new(place.AtLeniently(LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-ddTHH:mm").Parse(local).Value).ToInstant(), place);
    }

    public static IReadOnlyList<DateReading> All(string phrase, DateContext context) => new DateReader().Read(WordReader.Read(phrase), context);

    /// <summary>The readings of the whole phrase, likeliest first.</summary>
    public static IReadOnlyList<DateReading> Whole(string phrase, DateContext context)
    {
        var words = WordReader.Read(phrase);
        return [.. new DateReader().Read(words, context).Where(r => r.Start == 0 && r.Length == words.Count)];
    }

    public static string Days(this DateReading reading) =>
        $"{(reading.HasNoBeginning ? "" : LocalDatePattern.Iso.Format(reading.FirstDay))}..{LocalDatePattern.Iso.Format(reading.LastDay)}";
}
