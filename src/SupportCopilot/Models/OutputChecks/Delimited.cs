using System.Security.Cryptography;

namespace SupportCopilot.Models.OutputChecks;

/// <summary>Puts strangers' words between marks that they cannot hold, for requests that are no JSON: what is inside can never end it.</summary>
public static class Delimited
{
    /// <summary>Wraps a text.</summary>
    /// <returns>The wrapped text, and the mark, for the instructions to name.</returns>
    public static (string Wrapped, string Mark) Wrap(string text)
    {
        string mark;
        do mark = $"data-{RandomNumberGenerator.GetHexString(16, lowercase: true)}";   // sixty-four random bits: nobody can write them before they are drawn
        while (text.Contains(mark, StringComparison.OrdinalIgnoreCase));
        return ($"<<{mark}>>\n{text}\n<</{mark}>>", mark);
    }
}
