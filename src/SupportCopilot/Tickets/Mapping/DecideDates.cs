using NodaTime;
using SupportCopilot.Tickets.Mapping.Cells;
using SupportCopilot.Tickets.Reading;

namespace SupportCopilot.Tickets.Mapping;

/// <summary>
/// Decides, column by column, whether 3/4 is in March or in April: values that can only be one of both decide, if need be
/// from the whole file; else another column of the file; else the tenant's zone.
/// </summary>
internal static class DecideDates
{
    private static readonly string[] MonthFirstZones = ["America/", "US/", "Pacific/Honolulu"];

    /// <param name="mapping">What the columns are.</param>
    /// <param name="head">The first rows.</param>
    /// <param name="asked">The order that somebody asked for.</param>
    /// <param name="zone">The tenant's zone.</param>
    /// <param name="wholeFile">Reads the file anew from its beginning: called where the head leaves a column open.</param>
    public static ColumnMapping Run(ColumnMapping mapping, IReadOnlyList<TableRow> head, DateOrder? asked, DateTimeZone zone, Func<IEnumerable<TableRow>> wholeFile)
    {
        var votes = mapping.Columns.Where(column => column.Field.IsInstant()).Select(column => new Votes(column)).ToList();
        foreach (var row in head) votes.ForEach(vote => vote.Count(row));
        if (asked is null && votes.Exists(vote => vote.IsUndecided)) CountOn(votes, wholeFile());

        var usual = votes.Select(vote => vote.Winner).FirstOrDefault(order => order is not null);
        var byZone = Array.Exists(MonthFirstZones, zone.Id.StartsWith) ? DateOrder.Mdy : DateOrder.Dmy;
        var decided = votes.ToDictionary(vote => vote.Column.Index, vote => vote.Decide(asked, usual, byZone));
        return mapping with { Columns = [.. mapping.Columns.Select(column => decided.GetValueOrDefault(column.Index, column))] };
    }

    private static void CountOn(List<Votes> votes, IEnumerable<TableRow> rows)
    {
        foreach (var row in rows)
        {
            votes.ForEach(vote => vote.Count(row));
            if (!votes.Exists(vote => vote.IsUndecided)) return;
        }
    }

    private sealed class Votes(MappedColumn column)
    {
        private int _dayFirst, _monthFirst, _open;
        private bool _hasHalfDays, _hasDots;

        public MappedColumn Column => column;

        public bool IsUndecided => _open > 0 && Winner is null;

        public DateOrder? Winner => _dayFirst == _monthFirst ? null : _dayFirst > _monthFirst ? DateOrder.Dmy : DateOrder.Mdy;

        public void Count(TableRow row)
        {
            if (row.Problem is not null || column.Index >= row.Cells.Length || DateCell.Read(row.Cells[column.Index]) is not { IsOpen: true } cell) return;
            if (cell.OnlyOrder is DateOrder.Dmy) _dayFirst++;
            else if (cell.OnlyOrder is DateOrder.Mdy) _monthFirst++;
            else _open++;
            _hasDots |= row.Cells[column.Index].IndexOf('.', StringComparison.Ordinal) is 1 or 2;
            _hasHalfDays |= row.Cells[column.Index].EndsWith('M');
        }

        public MappedColumn Decide(DateOrder? asked, DateOrder? usual, DateOrder byZone)
        {
            if (asked is { } said) return With(said, "as asked");
            if (_dayFirst + _monthFirst + _open == 0) return column with { Dates = usual ?? byZone };
            if (Winner is { } winner) return With(winner, _dayFirst * _monthFirst > 0 ? "as most values have it; some have it otherwise" : "as its values show");
            if (usual is { } other) return With(other, "as another column shows");
            return With(_hasDots ? DateOrder.Dmy : _hasHalfDays ? DateOrder.Mdy : byZone, "a guess: its values could be either; say which with --dates dmy or --dates mdy");
        }

        private MappedColumn With(DateOrder order, string why) => column with
        {
            Dates = order,
            Why = $"{column.Why}; {(order switch { DateOrder.Dmy => "day first", DateOrder.Mdy => "month first", _ => "year first" })}, {why}",
        };
    }
}
