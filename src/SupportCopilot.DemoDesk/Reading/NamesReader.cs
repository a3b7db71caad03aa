using System.Globalization;

namespace SupportCopilot.DemoDesk.Reading;

/// <summary>Names of people and organizations, and small facts to choose from.</summary>
internal sealed class NamesReader
{
    private readonly MaterialFile _file;

    public NamesReader(MaterialFile file)
    {
        _file = file;
        Cultures = [.. file["cultures"].Select(CompanyReader.Named).Select(line => new Culture(
            line.Name, line.Parts[0], double.Parse(line.Parts[1], CultureInfo.InvariantCulture),
            CompanyReader.List(line.Parts[2]), CompanyReader.List(line.Parts[3]), CompanyReader.List(line.Parts[4])))];
        OrganizationFirst = Words("organization.first");
        OrganizationTrade = Words("organization.trade");
        Jobs = Words("job");
        Banks = Words("facts.bank");
        Carriers = Words("facts.carrier");
        Browsers = Words("facts.browser");
        Phones = Words("facts.phone");
        Codes = Words("facts.code");
    }

    public IReadOnlyList<Culture> Cultures { get; }

    public IReadOnlyList<string> OrganizationFirst { get; }

    public IReadOnlyList<string> OrganizationTrade { get; }

    public IReadOnlyList<string> Jobs { get; }

    public IReadOnlyList<string> Banks { get; }

    public IReadOnlyList<string> Carriers { get; }

    public IReadOnlyList<string> Browsers { get; }

    public IReadOnlyList<string> Phones { get; }

    public IReadOnlyList<string> Codes { get; }

    private string[] Words(string section) => CompanyReader.List(string.Join(", ", _file[section]));
}

/// <summary>Where people come from: their language, given and family names, and cities. The weight counts within the language.</summary>
internal sealed record Culture(string Key, string Language, double Weight, IReadOnlyList<string> Given, IReadOnlyList<string> Families, IReadOnlyList<string> Cities);
