using System.Security.Cryptography;
using System.Text;

namespace SupportCopilot.Knowledge.Articles;

/// <summary>Ids of articles that come from files.</summary>
internal static class ExternalIds
{
    private const int Longest = 100;

    /// <summary>The name itself; a long one keeps its beginning and ends in a hash of the whole, so that two stay two.</summary>
    public static string Of(string name)
    {
        if (name.Length <= Longest) return name;
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 8));
        return $"{name[..(Longest - hash.Length - 1)]}~{hash}";
    }
}
