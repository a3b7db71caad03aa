using SupportCopilot.DemoDesk.Reading;

namespace SupportCopilot.DemoDesk.Writing;

/// <summary>Writes how a customer tells their problem: independent layers, in changing order, with the noise of real mail.</summary>
internal sealed class FirstMessage(Matter matter, Dice dice)
{
    private readonly string _symptom = matter.Layer("symptom", dice);

    public string Subject()
    {
        var facts = matter.Facts;
        if (matter.Style is Style.Chat && dice.Chance(0.5)) return $"Conversation with {facts[Slot.Name]}";
        if (matter.Style is Style.Voicemail && dice.Chance(0.6)) return $"Voicemail from {facts[Slot.Tel]}";
        if (dice.Chance(0.14)) return matter.Phrase("subject.vague", dice);
        var subject = dice.Chance(0.12) ? Shortened(_symptom) : matter.Layer("subject", dice);
        subject = Noise.Mistype(subject, matter.Requester.Sloppiness, dice);
        return matter.Style is Style.Rant && dice.Chance(0.5) ? subject.ToUpperInvariant() : Tongue.Capital(subject);
    }

    public string Body() => matter.Style switch
    {
        Style.Chat => Lively(Noise.Chat(Sentences(0.25, 0.35, 0.5, greets: dice.Chance(0.4)), dice)),
        Style.Voicemail => Spoken(),
        Style.Terse => Lively(Tongue.Capital(_symptom)) + Ending(0.3, 0.3),
        Style.Rant => Noise.Shout(Sentences(0.3, 0.5, 0.6, greets: false), dice) + Ending(0.7, 0.5),
        _ => Mail(),
    };

    private string Mail()
    {
        var greeting = matter.Phrase(matter.Style is Style.Formal ? "greeting.formal" : "greeting.casual", dice);
        var tellsFirst = dice.Chance(0.35);
        var opener = dice.Chance(matter.Style is Style.Formal ? 0.3 : 0.15) ? matter.Phrase("opener", dice) : "";
        var before = tellsFirst ? matter.Layer("context", dice) : "";
        var middle = Join(_symptom, Sometimes("tried", 0.4), tellsFirst || dice.Chance(0.45) ? "" : matter.Layer("context", dice), Impact(0.4));
        var after = Join(Sometimes("ask", 0.65), Feeling(0.5), Pressure(), Also(), dice.Chance(0.07) ? matter.Phrase("aside", dice) : "");
        var startsLow = matter.Requester.Language == "de" && greeting.EndsWith(',');   // German goes on in lower case after the comma
        var text = Join(opener, before, middle);
        var technical = Technical();
        var gap = technical.Contains('\n', StringComparison.Ordinal) || dice.Chance(0.6) ? "\n\n" : " ";
        var body = $"{greeting}\n\n{(startsLow ? text : Tongue.Capital(text))}{technical}{(after.Length > 0 ? gap + after : "")}";
        return Lively(body) + Ending(0.55, 1);
    }

    /// <summary>The sentences of a message that is not built like a letter.</summary>
    private string Sentences(double tried, double impact, double ask, bool greets) => Tongue.Capital(Join(
        greets ? matter.Phrase("greeting.casual", dice).TrimEnd(',', ':') : "",
        _symptom, Sometimes("tried", tried), Impact(impact), Sometimes("ask", ask), Feeling(0.35), Pressure(), Also()));

    private string Spoken()
    {
        matter.Facts[Slot.Body] = Tongue.Capital(Join(_symptom, Sometimes("context", 0.4), Pressure(), Sometimes("ask", 0.4)));
        return matter.Phrase("voicemail", dice) is { Length: > 0 } spoken ? spoken : matter.Facts[Slot.Body];
    }

    private string Technical()
    {
        var error = matter.Problem.Words["en"]["error"];
        var snippet = matter.Problem.Words["en"]["snippet"];
        var shown = "";
        if (error.Count > 0 && dice.Chance(0.45))
        {
            matter.Facts[Slot.Error] = dice.Pick(error).Say(dice, matter.Facts.Say);
            shown = " " + matter.Phrase("trouble", dice);
        }
        else if (dice.Chance(0.12)) shown = " " + matter.Phrase("shot", dice);

        return snippet.Count > 0 && dice.Chance(0.45) ? $"{shown}\n\n{dice.Pick(snippet).Say(dice, matter.Facts.Say)}" : shown;
    }

    private string Sometimes(string layer, double share) => dice.Chance(share) ? matter.Layer(layer, dice) : "";

    /// <summary>What it does to them; who is in no hurry says so instead.</summary>
    private string Impact(double share) => !dice.Chance(share) ? "" : matter.Severity == "low" ? matter.Layer("calm", dice) : matter.Layer("impact", dice);

    private string Feeling(double share) => matter.Mood != "neutral" && dice.Chance(share) ? matter.Phrase("mood." + matter.Mood, dice) : "";

    private string Pressure() => dice.Chance(matter.Severity switch { "urgent" => 0.75, "high" => 0.4, "low" => 0.15, _ => 0 })
        ? matter.Phrase("urgency." + matter.Severity, dice)
        : "";

    private string Also()
    {
        if (matter.Aside is null) return "";
        matter.Facts[Slot.Other] = dice.Pick(matter.Aside.Words["en"]["symptom"]).Say(dice, matter.Facts.Say);
        return matter.Phrase("also", dice);
    }

    private string Ending(double thanks, double closing)
    {
        var isFormal = matter.Style is Style.Formal;
        var thanksThem = dice.Chance(thanks);
        var text = thanksThem ? "\n\n" + matter.Phrase("thanks", dice) : "";
        if (dice.Chance(closing))
        {
            if (isFormal || !thanksThem) text += "\n\n" + matter.Phrase(isFormal ? "closing.formal" : "closing.casual", dice);
            text += "\n" + (isFormal || dice.Chance(0.3) ? matter.Phrase("signature", dice) : matter.Requester.First);
        }

        if (matter.Channel == "email" && dice.Chance(0.12)) text += "\n\n" + matter.Phrase("mobile", dice);
        if (matter.Channel == "email" && matter.Style is Style.Formal && dice.Chance(0.1)) text += "\n\n" + matter.Phrase("disclaimer", dice);
        return text;
    }

    private string Lively(string text) => Noise.Mistype(text, matter.Requester.Sloppiness, dice);

    /// <summary>Puts sentences in a row; all but the first begin with a capital unless the one before leads over by a colon.</summary>
    private static string Join(params string[] sentences)
    {
        var text = "";
        foreach (var sentence in sentences.Where(sentence => sentence.Length > 0))
            text = text.Length == 0 ? sentence : $"{text} {(text[^1] == ':' ? sentence : Tongue.Capital(sentence))}";
        return text;
    }

    private static string Shortened(string sentence)
    {
        var words = sentence.Split(' ');
        return string.Join(' ', words.Take(7)).TrimEnd('.', ',', '?') + (words.Length > 7 ? "..." : "");
    }
}
