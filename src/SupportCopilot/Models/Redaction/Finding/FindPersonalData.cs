using SupportCopilot.Models.Redaction.Addresses;
using SupportCopilot.Models.Redaction.Names;
using SupportCopilot.Models.Redaction.Numbers;

namespace SupportCopilot.Models.Redaction.Finding;

/// <summary>
/// Finds personal data in a text: patterns whose checksums or surroundings speak for them, and names by shape, surroundings
/// and a dictionary. Every finder passes over the text once, in time that grows with its length alone.
/// </summary>
internal static class FindPersonalData
{
    /// <summary>What stands in the text, in its order, without overlaps.</summary>
    public static List<Find> In(string text, KnownNames known)
    {
        var finds = new List<Find>();
        PlaceholderLikes.Find(text, finds);
        Secrets.Find(text, finds);
        MailAddresses.Find(text, finds);
        PersonalLinks.Find(text, finds);
        IpAddresses.Find(text, finds);
        NumbersOfPeople.Find(text, finds);
        var words = Words.Of(text);
        PostalAddresses.Find(words, finds);
        PeoplesNames.Find(words, known, finds);
        return Settle.Overlaps(text, finds);
    }
}
