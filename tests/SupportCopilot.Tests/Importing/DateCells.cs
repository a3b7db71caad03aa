using NodaTime;
using SupportCopilot.Tickets.Mapping.Cells;

namespace SupportCopilot.Tests.Importing;

public sealed class DateCells
{
    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    [Theory]
    [InlineData("2026-03-02", "2026-03-01T23:00:00")]                              // without a zone: the tenant's
    [InlineData("2026-03-02T08:00:00Z", "2026-03-02T08:00:00")]
    [InlineData("2026-03-02T08:00:00.123456+05:30", "2026-03-02T02:30:00.123")]
    [InlineData("2026-03-02 08:14:55 +0100", "2026-03-02T07:14:55")]
    [InlineData("2026-03-29 02:30:00 Europe/Berlin", "2026-03-29T01:30:00")]       // skipped by the clock
    [InlineData("2026-10-25 02:30:00", "2026-10-25T00:30:00")]                     // comes twice: the first
    [InlineData("2026-03-02 08:00 America/New_York", "2026-03-02T13:00:00")]
    [InlineData("2026-03-02 08:00:00 UTC", "2026-03-02T08:00:00")]
    [InlineData("1772438400", "2026-03-02T08:00:00")]
    [InlineData("1772438400000", "2026-03-02T08:00:00")]
    [InlineData("46083.5", "2026-03-02T11:00:00")]                                 // Excel's days
    [InlineData("20260302", "2026-03-01T23:00:00")]
    [InlineData("02.03.2026 08:15", "2026-03-02T07:15:00")]
    [InlineData("2.3.26 8:15", "2026-03-02T07:15:00")]
    [InlineData("02.03.2026 um 08:15 Uhr", "2026-03-02T07:15:00")]
    [InlineData("3/25/2026 7:05 PM", "2026-03-25T18:05:00")]                       // only one reading
    [InlineData("29-02-2016 01:16", "2016-02-29T00:16:00")]
    [InlineData("02/Mar/26 12:05 AM", "2026-03-01T23:05:00")]
    [InlineData("2. März 2026", "2026-03-01T23:00:00")]
    [InlineData("Mar 2, 2026 9:14 AM", "2026-03-02T08:14:00")]
    [InlineData("Mon, 02 Mar 2026 08:14:55 +0100", "2026-03-02T07:14:55")]
    [InlineData("Mon Mar 02 2026 08:14:55 GMT+0100 (CET)", "2026-03-02T07:14:55")]
    [InlineData("0001-01-01T00:00:00", null)]                                      // never
    [InlineData("9999-12-31", null)]
    [InlineData("1899-12-30 00:00:00", null)]
    [InlineData("0", null)]
    public void Are_read(string text, string? utc)
    {
        Assert.True(DateCell.Read(text)!.Value.TryResolve(DateOrder.Dmy, Berlin, out var at));
        Assert.Equal(utc, at?.ToString("yyyy-MM-ddTHH:mm:ss.FFF", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("31/31/2026")]
    [InlineData("2026-02-30")]
    [InlineData("00/00/2026")]
    [InlineData("2026-13-01")]
    public void Are_refused_where_there_is_no_such_day(string text) => Assert.False(DateCell.Read(text)!.Value.TryResolve(DateOrder.Dmy, Berlin, out _));

    [Theory]
    [InlineData("lamp")]
    [InlineData("12")]
    [InlineData("1.234,50")]
    [InlineData("INC0000045")]
    [InlineData("12:30")]
    [InlineData("3/4")]
    [InlineData("2026-03-02 25:61")]
    [InlineData("Call 2 March 2026")]
    public void Are_told_from_what_is_no_date(string text) => Assert.Null(DateCell.Read(text));

    [Theory]
    [InlineData("03/04/2026", DateOrderName.Dmy, 4, 3)]
    [InlineData("03/04/2026", DateOrderName.Mdy, 3, 4)]
    [InlineData("26/04/03", DateOrderName.Ymd, 4, 3)]
    public void Are_read_in_the_order_of_their_column(string text, DateOrderName order, int month, int day)
    {
        Assert.True(DateCell.Read(text)!.Value.TryResolve((DateOrder)order, DateTimeZone.Utc, out var at));
        Assert.Equal((month, day), (at!.Value.Month, at.Value.Day));
    }

    /// <summary>The orders, for the table above: test methods are public, and the enum is not.</summary>
    public enum DateOrderName
    {
        Dmy = 0,
        Mdy = 1,
        Ymd = 2,
    }
}
