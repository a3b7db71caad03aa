namespace SupportCopilot.Models.Redaction.Finding;

/// <summary>What the finders need to know of letters.</summary>
internal static class Scripts
{
    /// <summary>Chinese, Japanese, Korean, Thai and their like: words follow one another without a space, so a number or an address may stand right beside a letter.</summary>
    public static bool HasNoSpaces(char letter) => letter is
        (>= '\u0E00' and <= '\u0EFF') or (>= '\u1780' and <= '\u17FF') or (>= '\u2E80' and <= '\u9FFF') or
        (>= '\uAC00' and <= '\uD7AF') or (>= '\uF900' and <= '\uFAFF') or (>= '\uFF01' and <= '\uFFEF');

    /// <summary>A letter or digit that would make what stands beside it part of a longer word.</summary>
    public static bool Joins(char letter) => letter == '_' || (char.IsLetterOrDigit(letter) && !HasNoSpaces(letter));
}
