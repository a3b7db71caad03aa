using System.Text.RegularExpressions;

namespace SupportCopilot.Models.Redaction.Finding;

/// <summary>
/// Finds credentials: by the marks that their makers give them, and by the word before them. Each pattern begins with literals
/// and repeats one class of characters at a time, so none can be made to run away; the time-out is a second wall.
/// </summary>
internal static partial class Secrets
{
    private const int Millis = 1000;

    public static void Find(string text, List<Find> finds)
    {
        foreach (var match in Marked().EnumerateMatches(text)) finds.Add(new(match.Index, match.Index + match.Length, PersonalKind.Secret));
        AddGroups(PrivateKeys(), text, finds);
        AddGroups(Named(), text, finds);
        AddGroups(Said(), text, finds);
        AddGroups(SignIns(), text, finds);
    }

    private static void AddGroups(Regex pattern, string text, List<Find> finds)
    {
        for (var match = pattern.Match(text); match.Success; match = match.NextMatch())
        {
            var secret = match.Groups["secret"];
            var end = secret.Index + secret.Length;
            while (end > secret.Index && text[end - 1] is '.' or ',' or ';' or ':' or '!' or '?' or ')' or '"' or '\'' or '>') end--;
            if (end > secret.Index) finds.Add(new(secret.Index, end, PersonalKind.Secret));
        }
    }

    // AWS, GitHub, GitLab, OpenAI and Stripe, Slack, Google, npm, SendGrid, a JSON web token.
    [GeneratedRegex("""
        \b(?:(?:AKIA|ASIA)[0-9A-Z]{16}|gh[pousr]_[0-9A-Za-z]{20,255}|github_pat_[0-9A-Za-z_]{20,255}|glpat-[0-9A-Za-z_\-]{20,64}|
        (?:sk|pk|rk)[-_][0-9A-Za-z_\-]{16,255}|whsec_[0-9A-Za-z+/=]{16,255}|xox[abeoprs]-[0-9A-Za-z\-]{10,255}|AIza[0-9A-Za-z_\-]{30,60}|ya29\.[0-9A-Za-z_\-]{20,255}|
        npm_[0-9A-Za-z]{30,60}|SG\.[0-9A-Za-z_\-]{16,64}\.[0-9A-Za-z_\-]{16,64}|eyJ[0-9A-Za-z_\-]{8,4000}\.[0-9A-Za-z_\-]{4,8000}(?:\.[0-9A-Za-z_\-]{0,2000})?)
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant, Millis)]
    private static partial Regex Marked();

    // Up to its end, or where that was not copied, up to the end of what can be a key.
    [GeneratedRegex(@"-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----(?<secret>[^-]{1,20000})", RegexOptions.CultureInvariant, Millis)]
    private static partial Regex PrivateKeys();

    // password: x, api_key = "x", Authorization: Bearer x, ?token=x, AccountKey=x;
    [GeneratedRegex("""
        (?:pass(?:word|wd|phrase|code|wort)?|pwd|passwort|kennwort|mot\ de\ passe|contrase(?:ñ|n)a|clave|senha|parola|wachtwoord|lösenord|has(?:ł|l)o|пароль|密码|パスワード|
        api[\ _-]?key|access[\ _-]?key|secret[\ _-]?key|account[\ _-]?key|shared[\ _-]?access[\ _-]?(?:key|signature)|client[\ _-]?secret|secret|
        (?:access|refresh|auth|bearer|session|api|id)?[\ _-]?token|authorization|set-cookie|cookie|sig|signature|
        pin(?:\ code)?|cvv2?|cvc2?|security\ code|one[- ]time\ (?:code|password)|otp|verification\ code|recovery\ code)
        (?:"|')?\ {0,2}(?:[:=]|：|->|=>)\ {0,2}(?:"|')?(?:(?:Bearer|Basic|Token)\ )?(?<secret>[^\s"'<>&;,]{3,4000})
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Millis)]
    private static partial Regex Named();

    // «my password is hunter2», «PIN 4321»: what follows must look like one, for passwords are also lost, wrong or expired.
    [GeneratedRegex("""
        \b(?:password|passcode|passwort|kennwort|passphrase|pin|pin\ code|cvv|cvc|security\ code|otp|verification\ code|login\ code|api\ key|token|secret)
        (?:\ (?:is|was|ist|lautet|of|number|no\.?))?\ (?:now\ |still\ |set\ to\ )?(?:"|'|«|“|„)?(?<secret>(?=[^\s\d]{0,60}\d)[^\s"'<>»”“,]{3,200}|(?=[^\s!$%^*~]{0,60}[!$%^*~][^\s])[^\s"'<>»”“,]{4,200})
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Millis)]
    private static partial Regex Said();

    // https://user:secret@host, «Bearer x», «Basic x».
    [GeneratedRegex(@"(?:://[^\s:/@]{1,100}:|\bBearer\ |\bBasic\ )(?<secret>[^\s@/""'<>,;]{8,4000})(?=@|[\s""'<>,;]|$)", RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant, Millis)]
    private static partial Regex SignIns();
}
