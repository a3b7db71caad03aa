namespace SupportCopilot.Models;

/// <summary>How many tokens a text is thought to be, before a server has counted them.</summary>
public static class ModelTokens
{
    /// <summary>What is set aside for an answer whose length nobody knows: the longest that the product's prompts call for.</summary>
    public const int UsualAnswer = 800;

    // English has about four letters a token, German and French three and a half, Japanese one to two: three errs to the dear side.
    private const double LettersPerToken = 3;

    /// <summary>The tokens of so many letters, rather more than fewer.</summary>
    public static long Of(long letters) => (long)Math.Ceiling(letters / LettersPerToken);
}
