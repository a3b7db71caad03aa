using System.Text.RegularExpressions;
using SupportCopilot.Models.Redaction.Finding;

namespace SupportCopilot.Models.Redaction.Numbers;

/// <summary>
/// Finds the numbers that states and insurances know people by: those of a shape that nothing else has, and any number behind a word
/// that says what it is.
/// </summary>
internal static partial class NationalIds
{
    public static void Find(string text, List<Find> finds)
    {
        foreach (var match in Shaped().EnumerateMatches(text)) finds.Add(new(match.Index, match.Index + match.Length, PersonalKind.Id));
        for (var match = Said().Match(text); match.Success; match = match.NextMatch())
        {
            var number = match.Groups["number"];
            var length = number.ValueSpan.TrimEnd(" .-/").Length;
            if (number.ValueSpan[..length].ContainsAnyInRange('0', '9') && length >= 5) finds.Add(new(number.Index, number.Index + length, PersonalKind.Id));
        }
    }

    // US social security, Brazilian CPF, Italian codice fiscale, British national insurance, Swedish and Finnish personal numbers.
    [GeneratedRegex("""
        (?<![\w.\-/])(?:\d{3}-\d{2}-\d{4}|\d{3}\.\d{3}\.\d{3}-\d{2}|[A-Za-z]{6}\d{2}[A-Za-z]\d{2}[A-Za-z]\d{3}[A-Za-z]|
        (?:[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z])\ ?\d{2}\ ?\d{2}\ ?\d{2}\ ?[A-D]|(?:19|20)?\d{6}[-+A]\d{3}[0-9A-Y])(?![\w\-/])
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Shaped();

    [GeneratedRegex("""
        \b(?:social\ security|ssn|passport|passeport|pasaporte|passaporto|reisepass(?:nummer)?|driv(?:er|ing)(?:'s|’s|s)?\ licen[cs]e|(?:national|identity|personal)\ (?:id|identity|identification|insurance|number|card)|id\ card|
        personalausweis(?:nummer)?|ausweis(?:nummer)?|führerschein(?:nummer)?|sozialversicherungsnummer|steuer-?id(?:entifikationsnummer)?|krankenversicherungsnummer|tax\ (?:id|payer\ id|number)|taxpayer\ id|tin|itin|nino|nhs|medicare|medicaid|
        dni|nie|nif|cpf|curp|rfc|cuit|codice\ fiscale|pesel|bsn|burgerservicenummer|personnummer|fødselsnummer|cpr|henkilötunnus|aadhaar|aadhar|pan\ card|nir|insee|carte\ d'identité|sécurité\ sociale|ahv|tckn|t\.c\.\ kimlik)
        (?:\ (?:number|no|nr|num|card|is|id|numéro|número|nummer|lautet|est|es|è|was|my|for|of|me|him|her|:|\#)){0,5}\ ?[.:\#=]?\ ?(?:is\ |\#\ ?)?(?<number>(?=[^\d\n]{0,6}\d)[0-9A-Za-z](?:[0-9A-Za-z]|[ .\-/](?=[0-9])){4,24})(?![0-9A-Za-z])
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Said();
}
