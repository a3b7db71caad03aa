using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SupportCopilot.Tickets;

namespace SupportCopilot.Access.Sessions;

internal sealed class SessionsConfiguration : IEntityTypeConfiguration<Session>, IEntityTypeConfiguration<UsedToken>
{
    private const int HexOfSha256 = 64;

    public void Configure(EntityTypeBuilder<Session> session)
    {
        session.Property(s => s.TokenHash).HasMaxLength(HexOfSha256);
        session.HasIndex(s => new { s.TenantId, s.TokenHash }).IsUnique();
        session.HasIndex(s => new { s.TenantId, s.EndsAt });
        session.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId);
    }

    public void Configure(EntityTypeBuilder<UsedToken> token)
    {
        token.Property(t => t.Key).HasMaxLength(HexOfSha256);
        token.HasIndex(t => new { t.TenantId, t.Key }).IsUnique();
        token.HasIndex(t => new { t.TenantId, t.ExpiresAt });
    }
}
