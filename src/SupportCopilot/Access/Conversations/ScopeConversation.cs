using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access.Scopes;
using SupportCopilot.Storage;

namespace SupportCopilot.Access.Conversations;

/// <summary>Says what a channel or a group may see. Everybody in it reads the answers, so it is an admin who says it.</summary>
public sealed class ScopeConversation(SupportDbContext db, ResolveScope scopes, CurrentCaller caller, AuditLog audit)
{
    /// <summary>Sets the scope of a conversation anew.</summary>
    /// <param name="id">The conversation.</param>
    /// <param name="wanted">What it may see; empty for everything.</param>
    /// <param name="ct">Cancels before it is saved.</param>
    /// <returns>Null when it is done; else what stands against it.</returns>
    public async Task<ScopeRefusal?> RunAsync(long id, IReadOnlyList<ScopeWord> wanted, CancellationToken ct)
    {
        if (caller.Value?.Has(Role.Admin) is not true) return new(ScopeRefusalKind.NotAllowed, "What a conversation may see is said by an admin.");
        if (await db.Conversations.SingleOrDefaultAsync(c => c.Id == id, ct) is not { } conversation) return new(ScopeRefusalKind.NotFound, "There is no such conversation.");
        if (conversation.Kind is ConversationKind.Personal) return new(ScopeRefusalKind.Invalid, "A personal conversation sees what its person may see; change the person's scope.");
        var resolved = await scopes.RunAsync(wanted, ct);
        if (resolved.Problem is { } problem) return new(ScopeRefusalKind.Invalid, problem);

        db.ConversationScopes.RemoveRange(await db.ConversationScopes.Where(s => s.ConversationId == id).ToListAsync(ct));
        db.ConversationScopes.AddRange(resolved.Items.Select(item => new ConversationScope { ConversationId = id, Kind = item.Kind, Value = item.Value }));
        conversation.HasScope = true;
        audit.Add("conversation.scoped", $"conversation/{id}", resolved.Items.Count == 0 ? "everything" : string.Join(", ", resolved.Items.Select(AuditWords)));
        await db.SaveChangesAsync(ct);
        return null;
    }

    internal static string AuditWords((ScopeKind Kind, string Value) item) => $"{item.Kind.ToString().ToLowerInvariant()} {item.Value}";
}

/// <summary>Why a scope was not set.</summary>
/// <param name="Kind">Of what kind the obstacle is.</param>
/// <param name="Message">In words.</param>
public sealed record ScopeRefusal(ScopeRefusalKind Kind, string Message);

/// <summary>What stands against a scope.</summary>
public enum ScopeRefusalKind
{
    /// <summary>The caller is no admin.</summary>
    NotAllowed,

    /// <summary>It is not there.</summary>
    NotFound,

    /// <summary>It names what is not there, or is no conversation that has a scope.</summary>
    Invalid,
}
