using System.Text.RegularExpressions;

namespace SupportCopilot.Clusters.Describing;

/// <summary>
/// Takes out of a sentence what belongs to one customer's case: addresses, phone numbers, numbers of orders and devices,
/// amounts, dates and times. The preposition before it goes with it («the refund of € 12.50 is on its way» becomes «the refund
/// is on its way»).
/// </summary>
internal static partial class Particulars
{
    /// <returns>The sentence without them; null where it cannot do without.</returns>
    public static string? Without(string sentence)
    {
        if (Address().IsMatch(sentence) || Phone().IsMatch(sentence)) return null;
        if (BeginsWithOne().IsMatch(sentence)) return null;   // it was the subject of the sentence
        var kept = AmountAfterPreposition().Replace(sentence, "");
        kept = Amount().Replace(kept, "the amount");
        kept = Dated().Replace(kept, "");
        kept = Coded().Replace(kept, "");
        return Holds(kept) ? null : kept == sentence ? sentence : Mended(kept);
    }

    /// <summary>A sentence without some words of it, and without the preposition before them; null where it cannot do without.</summary>
    public static string? Without(string sentence, string words)
    {
        var kept = Regex.Replace(sentence, $@"\s?{Before}(?:(?:the|a|an|your|our|der|die|das|dem|den|Ihrem|Ihrer|Ihren)\s+)?{Regex.Escape(words)}{(words.All(char.IsAsciiDigit) ? Unit : RestOfName)}(?![\w-])", "", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
        return kept == sentence ? null : Mended(kept);   // unchanged, it stands where a sentence needs a word
    }

    /// <summary>Closes the gap; null where what is left is no sentence.</summary>
    private static string? Mended(string sentence)
    {
        var kept = SpaceBeforeMark().Replace(Spaces().Replace(sentence, " "), "$1").Trim();
        kept = AmountAside().Replace(kept, "$1");
        kept = LastWordAlone().Replace(kept, "$1");
        return Dangling().IsMatch(kept) ? null : kept;
    }

    /// <summary>A text without them, for counting words: the «ZEBRA» of «77-ZEBRA-4411» is no word of the desk's.</summary>
    public static string Stripped(string text) => Code().Replace(Phone().Replace(Address().Replace(text, " "), " "), " ");

    /// <summary>Whether a text holds any of them.</summary>
    public static bool Holds(string text) =>
        Address().IsMatch(text) || Phone().IsMatch(text) || Amount().IsMatch(text) || Date().IsMatch(text) || Code().IsMatch(text);

    private const string Money = @"(?:[€$£¥]\s?\d[\d.,]*(?<=\d)|\d[\d.,]*\s?(?:[€$£¥]|(?:eur(?:os?)?|usd|gbp|chf|dollars?|pounds?)\b))";

    private const string Month = @"(?:jan(?:uary|uar)?|feb(?:ruary|ruar)?|mar(?:ch)?|märz|apr(?:il)?|may|mai|june?|juni|july?|juli|aug(?:ust)?|sep(?:t(?:ember)?)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?)";

    private const string Day = @"(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}/\d{1,2}(?:/\d{2,4})?|\d{1,2}\.\d{1,2}\.(?:\d{2,4})?|\d{1,2}(?:st|nd|rd|th|\.)?\s" + Month + @"\b(?:\s\d{4})?|" + Month + @"\s\d{1,2}(?:st|nd|rd|th)?\b(?:,?\s\d{4})?|\d{1,2}:\d{2}(?:\s?[ap]m)?|(?:mon|tues|wednes|thurs|fri|satur|sun)day)";

    // Three digits or more, alone or among letters: the number of an order, an invoice, a device, a version.
    private const string Number = @"#?(?<![\w-])(?=[\w.-]*\d[\w.-]*\d[\w.-]*\d)[\w][\w.-]*(?<=\w)";

    private const string Unit = @"(?:\s+\p{L}+[sn]\b)?";   // the «days» of «13 days»

    private const string RestOfName = @"(?-i:(?:\s+\p{Lu}[\w-]*)*)";   // the «Bank» of «Meridian Bank»

    private const string Before = @"(?:\b(?:of|for|with|from|in|to|on|at|by|under|via|through|as|against|no\.?|nr\.?|number|version|until|since|before|after|about|unter|über|vom|von|für|mit|am|bis|nummer)\s+)";

    [GeneratedRegex(@"\S+@\S+|\bhttps?://\S+|\bwww\.\S+|@\w+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex(@"\+\d[\d\s()/-]{6,}\d|\(?\b0\d{2,5}\)?[\s/-]\d[\d\s/-]{3,}\d", RegexOptions.CultureInvariant)]
    private static partial Regex Phone();

    [GeneratedRegex(Before + "?" + Day, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Dated();

    [GeneratedRegex(Day, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Date();

    [GeneratedRegex(Before + Money, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AmountAfterPreposition();

    [GeneratedRegex(@"(?:\b(?:the|your|our)\s+)?" + Money, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Amount();

    [GeneratedRegex(@"\s?" + Before + "?" + Number, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Coded();

    [GeneratedRegex(Number, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Code();

    [GeneratedRegex("^(?:" + Money + "|" + Number + ")", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BeginsWithOne();

    [GeneratedRegex(@"\s{2,}")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\s+([,.;:!?)])")]
    private static partial Regex SpaceBeforeMark();

    // «The label is attached, valid», «it is moving and due»: the clause lost what it was there for.
    [GeneratedRegex(@"(?:[,;]| and| und)\s*(?:\s\p{L}+)?([.!]?)$", RegexOptions.CultureInvariant)]
    private static partial Regex LastWordAlone();

    // «At half price, the amount.»
    [GeneratedRegex(@",\s+the amount([,.;!])", RegexOptions.CultureInvariant)]
    private static partial Regex AmountAside();

    // «Please use the on the page», «tied to, then», «you are right, was collected»: what was taken out was needed.
    [GeneratedRegex(@"(?:^|[,;:]\s*)(?:was|is|were|are|has|had|will)\b|\b(?:as|be|is|makes|over|of|to) the amount\b|the amount (?:less|more)|\bending[.,;]|\bsuch\b(?! as?\b)|\b(?:from|of)\s+\d+[.!]?$|\bversion\s+\d+(?!\.\d)|\b(?:on|in|at|of|for|with|from|to|by)\s+(?:are|is|was|were|will|has|have|had|and|or|at|in|on)\b|\b(?:the|a|an|your|our|of|for|with|from|to|by|der|die|das|ein|eine|Ihr|Ihre)\s*(?:[,.;:!?]|$|\b(?:of|for|with|from|on|in|at|to|by|is|are|was|and|or|will|has|had)\b)|\b(?:is|are|was|were)\s*(?:[,.;:!?]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Dangling();
}
