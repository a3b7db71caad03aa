using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Replies.Drafting;
using SupportCopilot.Storage;

namespace SupportCopilot.Replies.Voices;

/// <summary>Sets and shows how the tenant's brands write, with an audit row for each change.</summary>
public sealed partial class KeepVoice(SupportDbContext db, AuditLog audit, TimeProvider clock)
{
    private const int LongestBrand = 200;
    private const int LongestGreeting = 200;
    private const int LongestText = 500;

    /// <summary>All that was set, by brand and language.</summary>
    public async Task<IReadOnlyList<VoiceSetting>> ListAsync(CancellationToken ct) =>
        await db.BrandVoices.AsNoTracking().OrderBy(v => v.Brand).ThenBy(v => v.Language)
            .Select(v => new VoiceSetting(v.Brand == "" ? null : v.Brand, v.Language == "" ? null : v.Language, v.Tone, v.Greeting, v.Closing, v.Signature)).ToListAsync(ct);

    /// <summary>Puts a setting in the place of the one for its brand and language; one that says nothing takes it away.</summary>
    /// <returns>What is wrong with it, in words; null when it is set.</returns>
    public async Task<string?> RunAsync(VoiceSetting wanted, CancellationToken ct)
    {
        if (Fault(wanted) is { } fault) return fault;
        var (brand, language) = (wanted.Brand?.Trim() ?? "", wanted.Language ?? "");
        var row = await db.BrandVoices.SingleOrDefaultAsync(v => v.Brand == brand && v.Language == language, ct);
        var isNothing = wanted is { Tone: null, Greeting: null, Closing: null, Signature: null };
        if (isNothing && row is not null) db.BrandVoices.Remove(row);
        if (!isNothing)
        {
            row ??= db.BrandVoices.Add(new BrandVoice { Brand = brand, Language = language }).Entity;
            (row.Tone, row.Greeting, row.Closing, row.Signature) = (wanted.Tone, Trimmed(wanted.Greeting), Trimmed(wanted.Closing), Trimmed(wanted.Signature));
            row.UpdatedAt = clock.GetUtcNow().UtcDateTime;
        }

        audit.Add(isNothing ? "voice.removed" : "voice.set", $"voice/{(language.Length > 0 ? language : "any")}", $"brand of {brand.Length} letters, tone {wanted.Tone ?? "usual"}");
        await db.SaveChangesAsync(ct);
        return null;
    }

    private static string? Trimmed(string? text) => text?.ReplaceLineEndings("\n").Trim();

    private static string? Fault(VoiceSetting wanted)
    {
        if (wanted.Tone is not (null or ReplyTone.Friendly or ReplyTone.Formal or Voice.Short)) return "tone is friendly, formal or short.";
        if (wanted.Brand?.Trim().Length > LongestBrand) return $"A brand has at most {LongestBrand} characters.";
        if (wanted.Language is null && (wanted.Greeting ?? wanted.Closing) is not null) return "A greeting or a closing is in a language: name it.";
        if (wanted.Language is { } language && !(language.Length == 2 && language.All(char.IsAsciiLetterLower))) return "language is two small letters, as de.";
        if (wanted.Greeting?.Length > LongestGreeting || wanted.Closing?.Length > LongestText || wanted.Signature?.Length > LongestText) return $"A greeting has at most {LongestGreeting} characters, closing and signature {LongestText}.";
        return Unknown(wanted.Greeting, "{name}") ?? Unknown(wanted.Closing) ?? Unknown(wanted.Signature, "{agent}", "{brand}");
    }

    /// <summary>A brace that nothing fills would reach a customer.</summary>
    private static string? Unknown(string? text, params string[] known)
    {
        if (text is null) return null;
        if (text.Any(c => char.IsControl(c) && c is not ('\n' or '\r'))) return "It holds a character that nobody sees.";
        var rest = known.Aggregate(text, (left, one) => left.Replace(one, "", StringComparison.Ordinal));
        return Braces().IsMatch(rest) ? known.Length > 0 ? $"Between braces stands nothing but {string.Join(" and ", known)}." : "A closing holds no braces." : null;
    }

    [GeneratedRegex(@"[{}]")]
    private static partial Regex Braces();
}

/// <summary>How a brand writes in a language.</summary>
/// <param name="Brand">The brand; null for whatever brand has no setting of its own.</param>
/// <param name="Language">Two letters; null for any.</param>
/// <param name="Tone">friendly, formal or short; null for the usual one.</param>
/// <param name="Greeting">The greeting, with {name} for the customer's first name.</param>
/// <param name="Closing">The last sentence before the signature.</param>
/// <param name="Signature">The signature, with {agent} for the agent's name and {brand} for the brand's.</param>
public sealed record VoiceSetting(string? Brand, string? Language, string? Tone, string? Greeting, string? Closing, string? Signature);
