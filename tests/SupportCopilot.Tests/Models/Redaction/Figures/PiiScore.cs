using System.Text.Json;
using SupportCopilot.Models.Redaction;
using SupportCopilot.Models.Redaction.Finding;

namespace SupportCopilot.Tests.Models.Redaction.Figures;

/// <summary>
/// Scores finds on Presidio's synthetic sentences, word by word as Presidio does: a word that is marked as a kind and found as
/// it is right; marked and not found so is missed; found and not marked so is false.
/// </summary>
public sealed class PiiScore
{
    /// <summary>
    /// The kinds that the product claims, by the set's labels. Not claimed: ORGANIZATION, GPE, NRP, TITLE, AGE and DATE_TIME, for
    /// they name no single person and a model needs them to understand a ticket (a day of birth is hidden all the same), and
    /// DOMAIN_NAME, a site's bare address, which replies have to name. A town or country within an address is hidden with it: neither right nor wrong.
    /// </summary>
    private static readonly Dictionary<string, PersonalKind> Claimed = new(StringComparer.Ordinal)
    {
        ["PERSON"] = PersonalKind.Person,
        ["STREET_ADDRESS"] = PersonalKind.Address,
        ["ZIP_CODE"] = PersonalKind.Address,
        ["CREDIT_CARD"] = PersonalKind.Card,
        ["PHONE_NUMBER"] = PersonalKind.Phone,
        ["EMAIL_ADDRESS"] = PersonalKind.Email,
        ["IBAN_CODE"] = PersonalKind.Iban,
        ["US_SSN"] = PersonalKind.Id,
        ["US_DRIVER_LICENSE"] = PersonalKind.Id,
        ["IP_ADDRESS"] = PersonalKind.Ip,
    };

    private readonly Dictionary<string, (int Right, int Wrong, int Missed)> _counts = new(StringComparer.Ordinal);

    private PiiScore() { }

    /// <summary>The F1 of all words of claimed kinds together.</summary>
    public double F1 => F1Of(_counts.Values.Aggregate((a, b) => (a.Right + b.Right, a.Wrong + b.Wrong, a.Missed + b.Missed)));

    /// <summary>The F1 of each claimed kind.</summary>
    public IReadOnlyList<(string Kind, double F1, int Words)> Kinds => [.. _counts.OrderBy(kind => kind.Key, StringComparer.Ordinal).Select(kind => (kind.Key, F1Of(kind.Value), kind.Value.Right + kind.Value.Missed))];

    /// <param name="path">The set's file.</param>
    /// <param name="half">The templates to take by their number modulo two; null takes all. Rules were written by the even ones; of the odd ones the missed phones alone were looked at.</param>
    public static PiiScore Of(string path, int? half)
    {
        var score = new PiiScore();
        using var set = JsonDocument.Parse(File.ReadAllText(path));
        foreach (var sentence in set.RootElement.EnumerateArray())
            if (half is null || sentence.GetProperty("template_id").GetInt32() % 2 == half) score.Count(sentence);
        return score;
    }

    private void Count(JsonElement sentence)
    {
        var text = sentence.GetProperty("full_text").GetString()!;
        var marked = new string?[text.Length];
        var found = new PersonalKind?[text.Length];
        foreach (var span in sentence.GetProperty("spans").EnumerateArray())
            for (var at = span.GetProperty("start_position").GetInt32(); at < span.GetProperty("end_position").GetInt32(); at++) marked[at] = span.GetProperty("entity_type").GetString();
        foreach (var find in FindPersonalData.In(text, KnownNames.None))
            for (var at = find.Start; at < find.End; at++) found[at] = find.Kind;

        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsLetterOrDigit(text[at])) continue;
            Count(marked[at], found[at]);
            while (at + 1 < text.Length && char.IsLetterOrDigit(text[at + 1])) at++;
        }
    }

    private void Count(string? marked, PersonalKind? found)
    {
        if (marked is "GPE" && found is PersonalKind.Address) return;
        if ((marked is "DATE_TIME" && found is PersonalKind.Birthday) || (marked is "DOMAIN_NAME" && found is PersonalKind.Url)) return;
        PersonalKind? wanted = marked is not null && Claimed.TryGetValue(marked, out var kind) ? kind : null;
        if (wanted == found)
        {
            if (wanted is not null) Add(wanted, right: 1);
            return;
        }
        if (wanted is not null) Add(wanted, missed: 1);
        if (found is not null) Add(found, wrong: 1);
    }

    private void Add(PersonalKind? kind, int right = 0, int wrong = 0, int missed = 0)
    {
        var (r, w, m) = _counts.GetValueOrDefault($"{kind}");
        _counts[$"{kind}"] = (r + right, w + wrong, m + missed);
    }

    private static double F1Of((int Right, int Wrong, int Missed) count) => 2.0 * count.Right / Math.Max(1, (2 * count.Right) + count.Wrong + count.Missed);
}
