using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SupportCopilot.Models.Redaction.Placeholders;

namespace SupportCopilot.Models.OutputChecks;

/// <summary>Finds what no answer may hold, whatever it stands on.</summary>
internal static partial class SafeText
{
    private const int WordsOfALeak = 8;   // eight words in a row are hardly the same by chance

    public static DropReason? Fault(string text, KnownSources known)
    {
        if (HasInvisible(text)) return DropReason.Invisible;
        var plain = PlainText.Of(text);
        if (Markup().IsMatch(text) || Schemes().IsMatch(plain)) return DropReason.Markup;
        if (Roles().IsMatch(text)) return DropReason.Role;
        if (PlaceholderShape.Next(text, 0) is { } shape && !InSources(text[shape.Start..shape.End], known)) return DropReason.Placeholder;
        return OfAddresses(plain, text, known) ?? (Leaks(plain, known.Sources.Instructions) ? DropReason.Leak : null);
    }

    private static DropReason? OfAddresses(string plain, string text, KnownSources known)
    {
        if (WrittenMail().IsMatch(text)) return DropReason.MailAddress;
        foreach (var place in Addresses.In(plain))
        {
            var address = plain[place];
            if (known.Mails.Contains(address) || known.LinksAllowed.Contains(LinkText.Normal(address))) continue;
            if (address.Contains('@', StringComparison.Ordinal)) return DropReason.MailAddress;
            var host = LinkText.Host(address);
            if (known.HostsAllowed.Contains(host)) return DropReason.Link;
            var skeleton = LinkText.Skeleton(host);
            return host.Contains("xn--", StringComparison.OrdinalIgnoreCase) || known.HostsAllowed.Any(allowed => LinkText.Skeleton(allowed) == skeleton || skeleton.Contains(LinkText.Skeleton(allowed), StringComparison.Ordinal)) ? DropReason.LookAlike : DropReason.Link;
        }

        return OtherSchemes().IsMatch(WithoutAddresses(plain)) ? DropReason.Link : null;
    }

    private static string WithoutAddresses(string plain)
    {
        foreach (var place in Addresses.In(plain).Reverse()) plain = plain.Remove(place.Start.Value, place.End.Value - place.Start.Value);
        return plain;
    }

    private static bool InSources(string placeholder, KnownSources known) => known.Passages.Values.Any(text => text.Contains(placeholder, StringComparison.OrdinalIgnoreCase));

    private static bool Leaks(string plain, string instructions)
    {
        if (instructions.Length == 0) return false;
        var words = Stems.WordsOf(plain);
        if (words.Count < WordsOfALeak) return false;
        var told = " " + string.Join(' ', Stems.WordsOf(PlainText.Of(instructions))) + " ";
        for (var at = 0; at + WordsOfALeak <= words.Count; at++)
            if (told.Contains(" " + string.Join(' ', words.Skip(at).Take(WordsOfALeak)) + " ", StringComparison.Ordinal)) return true;
        return false;
    }

    // The two joiners belong to letters in Persian and Indic scripts and to emoji; alone between Latin letters they hide something.
    private static bool HasInvisible(string text)
    {
        var before = ' ';
        foreach (var rune in text.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (category is UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate || rune == Rune.ReplacementChar) return true;
            if (category == UnicodeCategory.Control && rune.Value is not ('\n' or '\r' or '\t')) return true;
            if (category == UnicodeCategory.Format && (rune.Value is not (0x200C or 0x200D) || char.IsAscii(before))) return true;
            if (rune.Value is 0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x2800 or (>= 0xE0100 and <= 0xE01EF)) return true;
            before = rune.IsBmp ? (char)rune.Value : '\uFFFF';
        }
        return false;
    }

    [GeneratedRegex(@"!\[|\]\s?\(|\]\s?\[|^\s*\[[^\]]{1,200}\]:|</?[a-zA-Z!?]|&(?:#\d|#x|[a-zA-Z]{2,8};)|```|\\u00[0-9a-f]{2}|%3[cC]", RegexOptions.CultureInvariant | RegexOptions.Multiline, 1000)]
    private static partial Regex Markup();

    [GeneratedRegex(@"\b(?:javascript|vbscript)\s?:\s?\S|\b(?:data|file|blob|mailto|tel|sms)\s?:\S", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Schemes();

    // A scheme before what our reader takes for no host.
    [GeneratedRegex(@"[a-z]{2,12}\s?:\s?//\S", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OtherSchemes();

    [GeneratedRegex(@"(?:^|\n)\s*(?:system|assistant|developer|user|human|ai)\s?:|<\|?(?:im_start|im_end|system|endoftext)|\[/?INST\]|#{2,}\s?(?:system|instruction|response|user)|\bBEGIN (?:SYSTEM|PROMPT)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Roles();

    // «name at host dot com»
    [GeneratedRegex(@"\b[\w.+-]{2,64}\s?\bat\b\s?[\w-]{2,60}\s?\bdot\b\s?[a-z]{2,10}\b|\b[\w.+-]{2,64}\s?[\[({]\s?at\s?[\])}]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex WrittenMail();
}
