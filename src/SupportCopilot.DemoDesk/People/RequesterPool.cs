using System.Text;
using SupportCopilot.DemoDesk.Reading;

namespace SupportCopilot.DemoDesk.People;

/// <summary>All customers of the company. Few write often, most once or twice.</summary>
internal sealed class RequesterPool
{
    private const int OrganizationCount = 150;
    private const double InOrganization = 0.62;

    // Customers per language; together about six thousand.
    private static readonly (string Language, int Count)[] Languages = [("en", 5000), ("de", 520), ("fr", 240), ("es", 240)];

    private readonly NamesReader _names;
    private readonly Dictionary<string, Requester[]> _byLanguage = [];
    private readonly string[] _organizations;

    public RequesterPool(NamesReader names)
    {
        _names = names;
        _organizations = NameOrganizations();
        var number = 0;
        foreach (var (language, count) in Languages)
            _byLanguage[language] = [.. Enumerable.Range(0, count).Select(_ => Invent(++number, language))];
    }

    /// <summary>The name of an organization.</summary>
    public string OrganizationName(int number) => _organizations[number];

    public Requester Pick(string language, Dice dice)
    {
        var pool = _byLanguage[language];
        return pool[(int)(Math.Pow(dice.Share(), 1.8) * pool.Length)];
    }

    private string[] NameOrganizations()
    {
        var dice = Dice.For("organizations", 0);
        var names = new HashSet<string>();
        while (names.Count < OrganizationCount) names.Add($"{dice.Pick(_names.OrganizationFirst)} {dice.Pick(_names.OrganizationTrade)}");
        return [.. names];
    }

    private Requester Invent(int number, string language)
    {
        var dice = Dice.For("requester", number);
        var culture = dice.Pick([.. _names.Cultures.Where(c => c.Language == language)], c => c.Weight);
        string Person() => $"{dice.Pick(culture.Given)} {dice.Pick(culture.Families)}";
        var name = Person();
        var organization = dice.Chance(InOrganization) ? (int)(Math.Pow(dice.Share(), 1.5) * OrganizationCount) : (int?)null;
        var company = organization is { } one ? _organizations[one] : $"{name[(name.IndexOf(' ', StringComparison.Ordinal) + 1)..]} {dice.Pick(_names.OrganizationTrade)}";
        var domain = $"{Plain(company, '-')}.example";
        var host = organization is null ? dice.Pick(["mail.example", "inbox.example", "post.example", domain]) : domain;
        return new Requester(number, name, language)
        {
            Email = $"{Plain(name, '.')}{(organization is null && host != domain ? dice.Between(1, 99).ToString(System.Globalization.CultureInfo.InvariantCulture) : "")}@{host}",
            Organization = organization,
            Company = company,
            Domain = domain,
            City = dice.Pick(culture.Cities),
            Tel = $"0{dice.Between(100, 999)} {dice.Between(100, 999)} {dice.Between(1000, 9999)}",
            Job = organization is null ? "Owner" : dice.Pick(_names.Jobs),
            Bank = dice.Pick(_names.Banks),
            Browser = dice.Pick(_names.Browsers),
            Phone = dice.Pick(_names.Phones),
            Currency = culture.Key == "american" ? "$" : language != "en" || culture.Key is "irish" or "dutch" ? "€" : "£",
            Colleagues = [Person(), Person(), Person()],
            Card = dice.Between(1000, 9999).ToString(System.Globalization.CultureInfo.InvariantCulture),
            Formality = dice.Share(),
            Sloppiness = dice.Chance(0.4) ? dice.Share() * 0.05 : dice.Share() * 0.008,
        };
    }

    /// <summary>A name as it stands in addresses: letters without accents, joined by the sign.</summary>
    private static string Plain(string name, char joint)
    {
        var plain = new StringBuilder();
        foreach (var letter in name.ToLowerInvariant())
        {
            plain.Append(letter switch
            {
                'ä' => "ae",
                'ö' => "oe",
                'ü' => "ue",
                'ß' => "ss",
                'é' or 'è' or 'ê' => "e",
                'í' => "i",
                'á' => "a",
                'ó' => "o",
                'ñ' => "n",
                >= 'a' and <= 'z' => letter.ToString(),
                _ => plain.Length > 0 && plain[^1] != joint ? joint.ToString() : "",
            });
        }

        return plain.ToString().Trim(joint);
    }
}
