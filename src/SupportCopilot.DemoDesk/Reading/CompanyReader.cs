using System.Globalization;
using SupportCopilot.DemoDesk.People;

namespace SupportCopilot.DemoDesk.Reading;

/// <summary>Reads who the company is: products, groups and agents.</summary>
internal static class CompanyReader
{
    public static Dictionary<string, Product> Products(MaterialFile file) => file["products"].Select(Named).ToDictionary(
        line => line.Name,
        line => new Product(line.Name, line.Parts[0], line.Parts[1], List(line.Parts[2]), List(line.Parts[3])));

    public static Dictionary<string, string> Groups(MaterialFile file) => file["groups"].Select(Named).ToDictionary(line => line.Name, line => line.Parts[0]);

    public static IReadOnlyList<Agent> Agents(MaterialFile file) => [.. file["agents"].Select(Named).Select((line, number) =>
    {
        var hours = line.Parts[2].Split('-');
        return new Agent(number + 1, line.Name)
        {
            Groups = List(line.Parts[0]),
            Languages = line.Parts[1].Split(' '),
            FirstHour = int.Parse(hours[0], CultureInfo.InvariantCulture),
            LastHour = int.Parse(hours[1], CultureInfo.InvariantCulture),
            DaysOff = [.. line.Parts[3].Split(' ').Select(day => Enum.GetValues<DayOfWeek>().Single(d => d.ToString().StartsWith(day, StringComparison.Ordinal)))],
            Favourites = List(line.Parts[4]),
            Speed = double.Parse(line.Parts[5], CultureInfo.InvariantCulture),
            Care = double.Parse(line.Parts[6], CultureInfo.InvariantCulture),
        };
    })];

    /// <summary>A line "name = part | part | …".</summary>
    public static (string Name, string[] Parts) Named(string line)
    {
        var equals = line.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0) throw new InvalidDataException($"\"{line}\" has no =.");
        return (line[..equals].Trim(), line[(equals + 1)..].Split('|', StringSplitOptions.TrimEntries));
    }

    public static string[] List(string text) => text == "-" ? [] : text.Split(',', StringSplitOptions.TrimEntries);
}
