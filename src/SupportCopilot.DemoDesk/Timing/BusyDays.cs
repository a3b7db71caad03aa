using System.Globalization;
using SupportCopilot.DemoDesk.Reading;

namespace SupportCopilot.DemoDesk.Timing;

/// <summary>What made some hours, days and months busier than others.</summary>
internal sealed class BusyDays
{
    public BusyDays(MaterialFile file)
    {
        Weekdays = Numbers(file["weekdays"], 7);
        Hours = Numbers(file["hours"], 24);
        Months = Numbers(file["months"], 12);
        Happenings = [.. file["outages"].Select(Outage), .. file["releases"].Select(Release)];
    }

    /// <summary>Shares of a usual day, Monday first.</summary>
    public IReadOnlyList<double> Weekdays { get; }

    /// <summary>Shares of a usual hour (UTC), midnight first.</summary>
    public IReadOnlyList<double> Hours { get; }

    /// <summary>Shares of a usual month, January first.</summary>
    public IReadOnlyList<double> Months { get; }

    public IReadOnlyList<Happening> Happenings { get; }

    public IEnumerable<string> Problems => Happenings.Select(h => h.Problem).Distinct();

    private static Happening Outage(string line)
    {
        var (problem, parts) = CompanyReader.Named(line);
        return new(problem, int.Parse(parts[0], CultureInfo.InvariantCulture), TimeSpan.Parse(parts[1], CultureInfo.InvariantCulture),
            int.Parse(parts[2], CultureInfo.InvariantCulture), double.Parse(parts[3], CultureInfo.InvariantCulture));
    }

    private static Happening Release(string line)
    {
        var (problem, parts) = CompanyReader.Named(line);
        return new(problem, int.Parse(parts[0], CultureInfo.InvariantCulture), TimeSpan.Zero,
            24 * int.Parse(parts[1], CultureInfo.InvariantCulture), double.Parse(parts[2], CultureInfo.InvariantCulture));
    }

    private static double[] Numbers(IReadOnlyList<string> lines, int count)
    {
        var numbers = string.Join(' ', lines).Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        return numbers.Length == count ? numbers : throw new InvalidDataException($"calendar.txt: {count} numbers were expected, {numbers.Length} are there.");
    }
}

/// <summary>An outage or a release that brought tickets of one problem.</summary>
/// <param name="Problem">The problem's key.</param>
/// <param name="DaysAgo">Days before the desk's last day.</param>
/// <param name="From">The time of that day (UTC).</param>
/// <param name="Hours">How long it brought tickets.</param>
/// <param name="Extra">How many it brought, as a share of one usual day.</param>
internal sealed record Happening(string Problem, int DaysAgo, TimeSpan From, int Hours, double Extra);
