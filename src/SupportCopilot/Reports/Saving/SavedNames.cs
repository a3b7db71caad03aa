using Microsoft.EntityFrameworkCore;
using SupportCopilot.Questions.Parsing.Words;
using SupportCopilot.Storage;

namespace SupportCopilot.Reports.Saving;

/// <summary>What a report or alert may be called: by its name it is spoken of, so a name must be one, and its owner's only one.</summary>
internal sealed class SavedNames(SupportDbContext db)
{
    private const int Longest = 80;
    private const int MostOfOne = 200;

    private static readonly string[] Pronouns = ["it", "this", "that", "them", "these", "those", "here", "all", "everything", "me", "report", "reports", "alert", "alerts"];

    /// <summary>Why a name cannot be given; null where it can.</summary>
    public static string? ProblemOf(string name)
    {
        var key = WordReader.Key(name);
        if (key.Length == 0) return "A name needs letters or digits.";
        if (name.Length > Longest || name.Any(char.IsControl)) return $"A name has at most {Longest} characters, on one line.";
        if (key.All(char.IsAsciiDigit) || Pronouns.Contains(key)) return $"«{name}» cannot be a name: I could not tell what you mean by it later.";
        return key.Split(' ').Any(word => word is "digest" or "digests") ? "A name without the word digest, please: that is the weekly digest's." : null;
    }

    /// <summary>The one of that name, if there is one.</summary>
    public Task<SavedReport?> FindAsync(long ownerId, string name, CancellationToken ct)
    {
        var key = WordReader.Key(name);
        return db.SavedReports.SingleOrDefaultAsync(r => r.OwnerId == ownerId && r.NameKey == key, ct);
    }

    /// <summary>A name that is still free: the one wished for, or with a number behind it.</summary>
    public async Task<string> FreeAsync(long ownerId, string wished, CancellationToken ct)
    {
        var name = wished;
        for (var number = 2; await FindAsync(ownerId, name, ct) is not null; number++)
        {
            var suffix = $" ({number})";
            name = (wished.Length + suffix.Length > Longest ? wished[..(Longest - suffix.Length)].TrimEnd() : wished) + suffix;
        }

        return name;
    }

    /// <summary>Whether a person has as many as one may have.</summary>
    public async Task<bool> IsFullAsync(long ownerId, CancellationToken ct) => await db.SavedReports.CountAsync(r => r.OwnerId == ownerId, ct) >= MostOfOne;
}
