using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Access.Conversations;
using SupportCopilot.Access.Sessions;
using SupportCopilot.Clusters;
using SupportCopilot.Clusters.Runs;
using SupportCopilot.Knowledge;
using SupportCopilot.Knowledge.Usage;
using SupportCopilot.Models.Budgets;
using SupportCopilot.Models.Evaluations;
using SupportCopilot.Models.Ledger;
using SupportCopilot.Models.Policies;
using SupportCopilot.Questions;
using SupportCopilot.Questions.Background;
using SupportCopilot.Questions.Caching;
using SupportCopilot.Questions.FollowUps;
using SupportCopilot.Questions.Remembering;
using SupportCopilot.Questions.Segments;
using SupportCopilot.Questions.Vocabulary;
using SupportCopilot.Replies;
using SupportCopilot.Replies.AutoAnswers;
using SupportCopilot.Replies.Outlook;
using SupportCopilot.Replies.Sent;
using SupportCopilot.Replies.Templates;
using SupportCopilot.Replies.Voices;
using SupportCopilot.Reports;
using SupportCopilot.Reports.Saving;
using SupportCopilot.Storage.KeyRing;
using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Desks;
using SupportCopilot.Tickets.Desks.Connections;
using SupportCopilot.Tickets.Importing;
using SupportCopilot.Tickets.Values;
using SupportCopilot.Triage;
using SupportCopilot.Triage.Review;
using SupportCopilot.Triage.Runs;

namespace SupportCopilot.Storage;

/// <summary>
/// The one database of the product. Every query over a tenant's rows is filtered by <see cref="CurrentTenant"/>;
/// a scope whose tenant was never set sees nothing.
/// </summary>
public abstract class SupportDbContext(DbContextOptions options, CurrentTenant tenant) : DbContext(options)
{
    // Read by the query filters at each query, so that one model serves all tenants.
    private int TenantId => tenant.Id;

    /// <summary>The tenants themselves: the only rows that no tenant owns, besides leases.</summary>
    public DbSet<Tenant> Tenants => Set<Tenant>();

    /// <summary>Requesters, agents, and whoever signs in.</summary>
    public DbSet<Person> People => Set<Person>();

    /// <summary>What a person may see, where not everything.</summary>
    public DbSet<PersonScope> PersonScopes => Set<PersonScope>();

    /// <summary>Who did what, and when.</summary>
    public DbSet<AuditEntry> Audit => Set<AuditEntry>();

    /// <summary>The organizations of requesters.</summary>
    public DbSet<Organization> Organizations => Set<Organization>();

    /// <summary>The groups of agents.</summary>
    public DbSet<Group> Groups => Set<Group>();

    /// <summary>Tickets, whatever desk or file they came from.</summary>
    public DbSet<Ticket> Tickets => Set<Ticket>();

    /// <summary>The threads of the tickets; the first comment is the description.</summary>
    public DbSet<Comment> Comments => Set<Comment>();

    /// <summary>Tags of tickets.</summary>
    public DbSet<TicketTag> TicketTags => Set<TicketTag>();

    /// <summary>Custom fields of tickets.</summary>
    public DbSet<TicketField> TicketFields => Set<TicketField>();

    /// <summary>The values that tickets have, each once.</summary>
    public DbSet<TicketValue> TicketValues => Set<TicketValue>();

    /// <summary>What changed on tickets, and when.</summary>
    public DbSet<TicketChange> TicketChanges => Set<TicketChange>();

    /// <summary>What was last written to each ticket's desk.</summary>
    public DbSet<DeskWriting> DeskWritings => Set<DeskWriting>();

    /// <summary>How far the streams of the desks have been read.</summary>
    public DbSet<SyncCursor> SyncCursors => Set<SyncCursor>();

    /// <summary>What desks told us by webhooks.</summary>
    public DbSet<DeskEvent> DeskEvents => Set<DeskEvent>();

    /// <summary>Files that were brought in.</summary>
    public DbSet<ImportRun> Imports => Set<ImportRun>();

    /// <summary>The rows of those files that could not be read.</summary>
    public DbSet<RejectedRow> RejectedRows => Set<RejectedRow>();

    /// <summary>The detail behind each ticket's predicted fields.</summary>
    public DbSet<TriageVerdict> Verdicts => Set<TriageVerdict>();

    /// <summary>Triage fields that a person set right.</summary>
    public DbSet<Correction> Corrections => Set<Correction>();

    /// <summary>Batches of tickets to triage.</summary>
    public DbSet<TriageRun> TriageRuns => Set<TriageRun>();

    /// <summary>The tickets of those batches.</summary>
    public DbSet<TriageRunTicket> TriageRunTickets => Set<TriageRunTicket>();

    /// <summary>Classifiers trained on a tenant's own labels.</summary>
    public DbSet<TrainedClassifier> Classifiers => Set<TrainedClassifier>();

    /// <summary>What replies may be made from: articles and approved resolutions.</summary>
    public DbSet<Article> Articles => Set<Article>();

    /// <summary>What articles were of use for.</summary>
    public DbSet<ArticleUse> ArticleUses => Set<ArticleUse>();

    /// <summary>Tickets that no article had an answer to.</summary>
    public DbSet<KnowledgeGap> KnowledgeGaps => Set<KnowledgeGap>();

    /// <summary>Searches among articles that found nothing.</summary>
    public DbSet<SearchMiss> SearchMisses => Set<SearchMiss>();

    /// <summary>What done tickets tell of open ones.</summary>
    public DbSet<LearnedOutlook> Outlooks => Set<LearnedOutlook>();

    /// <summary>Replies that were suggested.</summary>
    public DbSet<Suggestion> Suggestions => Set<Suggestion>();

    /// <summary>What agents thought of them.</summary>
    public DbSet<Feedback> Feedback => Set<Feedback>();

    /// <summary>Prepared answers: macros of desks, and the tenants' own.</summary>
    public DbSet<ReplyTemplate> ReplyTemplates => Set<ReplyTemplate>();

    /// <summary>How brands write.</summary>
    public DbSet<BrandVoice> BrandVoices => Set<BrandVoice>();

    /// <summary>What agents sent after replies were suggested.</summary>
    public DbSet<SentReply> SentReplies => Set<SentReply>();

    /// <summary>What tenants let be answered by itself.</summary>
    public DbSet<AutoAnswerPolicy> AutoAnswerPolicies => Set<AutoAnswerPolicy>();

    /// <summary>Tickets that were answered by themselves.</summary>
    public DbSet<AutoAnswer> AutoAnswers => Set<AutoAnswer>();

    /// <summary>Who works on what at the moment.</summary>
    public DbSet<Lease> Leases => Set<Lease>();

    /// <summary>What leaves the product, and how far it has come.</summary>
    public DbSet<Effect> Effects => Set<Effect>();

    /// <summary>Places in Teams that the bot may write to.</summary>
    public DbSet<Conversation> Conversations => Set<Conversation>();

    /// <summary>What those places may see.</summary>
    public DbSet<ConversationScope> ConversationScopes => Set<ConversationScope>();

    /// <summary>Messages and card actions that came in.</summary>
    public DbSet<Turn> Turns => Set<Turn>();

    /// <summary>Tickets that are alike.</summary>
    public DbSet<Cluster> Clusters => Set<Cluster>();

    /// <summary>Which ticket is in which cluster.</summary>
    public DbSet<ClusterMember> ClusterMembers => Set<ClusterMember>();

    /// <summary>What was decided about clusters.</summary>
    public DbSet<ClusterDecision> ClusterDecisions => Set<ClusterDecision>();

    /// <summary>Searches for clusters.</summary>
    public DbSet<ClusterRun> ClusterRuns => Set<ClusterRun>();

    /// <summary>What tenants say in their own words.</summary>
    public DbSet<TenantVocabulary> Vocabularies => Set<TenantVocabulary>();

    /// <summary>How people want doubtful words read.</summary>
    public DbSet<RememberedChoice> RememberedChoices => Set<RememberedChoice>();

    /// <summary>Questions with their answers.</summary>
    public DbSet<AskedQuestion> Questions => Set<AskedQuestion>();

    /// <summary>Questions whose answers take long.</summary>
    public DbSet<Investigation> Investigations => Set<Investigation>();

    /// <summary>What conversations about figures are about.</summary>
    public DbSet<QuestionConversation> QuestionConversations => Set<QuestionConversation>();

    /// <summary>How often what answers are made of was changed.</summary>
    public DbSet<DataVersion> DataVersions => Set<DataVersion>();

    /// <summary>Tickets that the segments do not tell of as they are now.</summary>
    public DbSet<ChangedTicket> ChangedTickets => Set<ChangedTicket>();

    /// <summary>Tickets kept column by column.</summary>
    public DbSet<Segment> Segments => Set<Segment>();

    /// <summary>Their columns.</summary>
    public DbSet<SegmentColumn> SegmentColumns => Set<SegmentColumn>();

    /// <summary>Sessions of pages.</summary>
    public DbSet<Session> Sessions => Set<Session>();

    /// <summary>Signed tokens that have opened their session.</summary>
    public DbSet<UsedToken> UsedTokens => Set<UsedToken>();

    /// <summary>Every call to a model.</summary>
    public DbSet<ModelCall> ModelCalls => Set<ModelCall>();

    /// <summary>What is left of calls of long ago.</summary>
    public DbSet<ModelDaySum> ModelDaySums => Set<ModelDaySum>();

    /// <summary>What tenants allow models to see and to cost.</summary>
    public DbSet<ModelPolicy> ModelPolicies => Set<ModelPolicy>();

    /// <summary>Budgets for models that are nearly or wholly spent.</summary>
    public DbSet<ModelAlert> ModelAlerts => Set<ModelAlert>();

    /// <summary>How models did on sets of cases.</summary>
    public DbSet<ModelEvaluation> ModelEvaluations => Set<ModelEvaluation>();

    /// <summary>Tickets whose triage a person looks at.</summary>
    public DbSet<ReviewItem> ReviewItems => Set<ReviewItem>();

    /// <summary>What people said of triage.</summary>
    public DbSet<ReviewAnswer> ReviewAnswers => Set<ReviewAnswer>();

    /// <summary>Digests that are posted every week.</summary>
    public DbSet<Digest> Digests => Set<Digest>();

    /// <summary>Questions that were saved under a name.</summary>
    public DbSet<SavedReport> SavedReports => Set<SavedReport>();

    /// <summary>When saved reports come by themselves.</summary>
    public DbSet<ReportSchedule> ReportSchedules => Set<ReportSchedule>();

    /// <summary>The bounds that alerts watch.</summary>
    public DbSet<AlertWatch> AlertWatches => Set<AlertWatch>();

    /// <summary>Desks that admins connected tenants to.</summary>
    public DbSet<DeskConnection> DeskConnections => Set<DeskConnection>();

    /// <summary>The keys by which secrets are encrypted.</summary>
    public DbSet<KeyRingEntry> KeyRing => Set<KeyRingEntry>();

    /// <inheritdoc/>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        await NoteValues.RunAsync(this, cancellationToken);
        StampTenant();
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <inheritdoc/>
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        StampTenant();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    /// <summary>
    /// Lets this context's writes go before those of jobs, where a database takes one writer at a time. For short writes that
    /// somebody waits for.
    /// </summary>
    public virtual Task GoFirstAsync(CancellationToken ct) => Task.CompletedTask;

    /// <summary>
    /// Keeps the connection until this context goes, where connecting costs as much as a short statement: for whoever asks many
    /// of them one after the other while somebody waits.
    /// </summary>
    public virtual Task StayConnectedAsync(CancellationToken ct) => Task.CompletedTask;

    /// <summary>
    /// Saves without waiting until the disk has it, where a database lets that be chosen: the end of the process loses nothing,
    /// a power cut may lose the last of such saves, whole. For answers that somebody waits for and could ask for again.
    /// </summary>
    public virtual Task SaveSoonAsync(CancellationToken ct) => SaveChangesAsync(ct);

    /// <summary>
    /// Saves, but for rows that somebody else changed since they were read: those keep what the other wrote. For marks that
    /// may come later, such as what is owed; the context is empty afterwards.
    /// </summary>
    public async Task SaveUncontestedAsync(CancellationToken ct)
    {
        while (true)
        {
            try
            {
                await SaveChangesAsync(ct);
                ChangeTracker.Clear();
                return;
            }
            catch (DbUpdateConcurrencyException contested)
            {
                foreach (var entry in contested.Entries) entry.State = EntityState.Detached;
            }
        }
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcMilliseconds>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(SupportDbContext).Assembly);
        foreach (var owned in modelBuilder.Model.GetEntityTypes().Where(e => typeof(ITenantOwned).IsAssignableFrom(e.ClrType)))
        {
            var row = Expression.Parameter(owned.ClrType);
            var sameTenant = Expression.Equal(
                Expression.Property(row, nameof(ITenantOwned.TenantId)),
                Expression.Property(Expression.Constant(this, typeof(SupportDbContext)), nameof(TenantId)));
            owned.SetQueryFilter(Expression.Lambda(sameTenant, row));
        }
    }

    /// <summary>Gives new rows the tenant of the scope, and refuses to write another tenant's row.</summary>
    private void StampTenant()
    {
        foreach (var entry in ChangeTracker.Entries<ITenantOwned>())
        {
            if (entry.State is EntityState.Unchanged or EntityState.Detached) continue;
            if (tenant.Id == 0) throw new InvalidOperationException("No tenant was set before rows of a tenant were written.");
            if (entry.State is EntityState.Added && entry.Entity.TenantId == 0) entry.Entity.TenantId = tenant.Id;
            if (entry.Entity.TenantId != tenant.Id) throw new InvalidOperationException("A row of another tenant was about to be written.");
        }
    }
}
