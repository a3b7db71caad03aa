namespace SupportCopilot.Tickets.Speech;

/// <summary>Words that say nothing about a problem: the small words of the languages a desk meets most, and the small talk of tickets.</summary>
internal static class StopWords
{
    private static readonly HashSet<string> Words = new(string.Join(' ', English, SmallTalk, German, French, Spanish, Others).Split(' '), StringComparer.Ordinal);

    public static bool Contain(string word) => word.Length < 2 && !char.IsDigit(word[0]) || Words.Contains(word);

    private const string English =
        "a about above after again all also always am an and any are aren't as at be because been before being below between both but by can can't cannot " +
        "could couldn't did didn't do does doesn't doing don't down during each either else etc even ever every few for from further get gets getting got had " +
        "hadn't has hasn't have haven't having he her here hers him his how however i i'd i'll i'm i've if in into is isn't it it'd it'll it's its itself just " +
        "let like made make makes many may me might more most much must my myself need needs never no nor not now of off often on once one ones only onto or other " +
        "our ours out over own per please quite rather really same see seem seems she should shouldn't since so some something soon still such than that that's " +
        "the their them then there there's these they they're this those through to too under until up upon us use used uses using very via want wants was wasn't we " +
        "we'd we'll we're we've were weren't what what's when where whether which while who whom whose why will with within without won't would wouldn't yes yet " +
        "you you'd you'll you're you've your yours yourself";

    private const string SmallTalk =
        "hi hello hey dear there thanks thank regards best kind kindly sincerely cheers appreciate appreciated appreciation greatly help assist assistance advice " +
        "guidance information provide know let tell able trying try tried recently bought purchased wondering wonder question questions inquiry inquire inquiring " +
        "hope hoping looking forward hearing customer support team reach reaching contact contacting sure going go way thing things lot bit day time good great " +
        "nice well anyone someone anything everything nothing possible issue issues problem problems expect could've sorry";

    private const string German =
        "aber alle als also am an auch auf aus bei beim bin bis bitte da damit dann das dass dem den der des die dies diese dieser dieses doch durch ein eine einem " +
        "einen einer eines er es für hab habe haben hallo hat hatte hier ich ihr ihre ihren ihrer ihnen im in ist ja jetzt kann kein keine können man mein meine " +
        "meinem meinen meiner mich mir mit möchte nach nicht noch nun nur ob oder ohne schon sehr sein seine seit sich sie sind so um und uns unser vom von vor war " +
        "warum was wenn wer werden wie wieder wir wird wo zu zum zur danke dank vielen grüße freundlichen";

    private const string French =
        "ai au aux avec bonjour ce ces cette dans de des du elle en est et eux il ils je j'ai la le les leur lui ma mais me mes moi mon ne nos notre nous on ou où " +
        "par pas plus pour pouvez puis qu que qui sa se ses si son sont sur suis ta te tes toi ton tu un une vos votre vous y merci cordialement comment pourquoi";

    private const string Spanish =
        "al algo como con cuando de del desde donde el ella ellos en entre era es esa ese eso esta este esto estoy fue ha hay he hola la las le les lo los me mi mis " +
        "muy más no nos o para pero por porque puedo que qué quiero se ser si sin sobre son su sus también te tengo tiene un una uno y ya gracias saludos cómo";

    private const string Others =
        "ao com da das do dos ele ela em eu isso mas meu minha na não nas nos num obrigado olá os ou para pela pelo por quando sem seu sua só também um uma você " +
        "che chi ciao con dei della delle di gli ho il io lei lo ma mi nel nella non per più quando questo sono su una grazie " +
        "aan als bij dat deze dit een en ik het hij hoe ik je kan maar met mijn naar niet ook op te uit van voor waar wat we wij zijn";
}
