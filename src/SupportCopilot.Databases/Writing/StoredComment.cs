using SupportCopilot.Tickets;

namespace SupportCopilot.Databases.Writing;

/// <summary>Compares comments by what is stored of them.</summary>
internal static class StoredComment
{
    /// <summary>Whether the rows would be the same, place in the thread included.</summary>
    public static bool Is(Comment one, Comment other) => one.Position == other.Position && SaysTheSame(one, other);

    /// <summary>Whether both say the same, wherever in the thread.</summary>
    public static bool SaysTheSame(Comment one, Comment other) =>
        one.ExternalId == other.ExternalId && one.Body == other.Body && one.AuthorId == other.AuthorId
        && one.AuthorKind == other.AuthorKind && one.IsPublic == other.IsPublic && one.CreatedAt == other.CreatedAt;
}
