using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Questions.Answers;
using SupportCopilot.Questions.Background;
using SupportCopilot.Questions.Caching;
using SupportCopilot.Questions.Estimates;
using SupportCopilot.Questions.Exports;
using SupportCopilot.Questions.FollowUps;
using SupportCopilot.Questions.Modelled;
using SupportCopilot.Questions.Reasons;
using SupportCopilot.Questions.Remembering;
using SupportCopilot.Questions.Requests;
using SupportCopilot.Questions.Running;
using SupportCopilot.Questions.Running.Splitting;
using SupportCopilot.Questions.Segments;
using SupportCopilot.Questions.Segments.Columns;
using SupportCopilot.Questions.Values;
using SupportCopilot.Questions.Vocabulary;
using SupportCopilot.Storage;

namespace SupportCopilot.Questions;

/// <summary>Adds questions to the product.</summary>
public static class QuestionsSetup
{
    /// <summary>Adds the answering of questions and the running of plans; the database adds its <see cref="Compiling.ISqlDialect"/>.</summary>
    public static IServiceCollection AddQuestions(this IServiceCollection services, IConfiguration section)
    {
        services.AddOptions<CachingOptions>().Bind(section).ValidateDataAnnotations().ValidateOnStart();
        return services.AddAnswering();
    }

    private static IServiceCollection AddAnswering(this IServiceCollection services) => services
        .AddSingleton<ValueIndexes>()
        .AddSingleton<AnswerCache>()
        .AddSingleton<KeptColumns>()
        .AddSingleton(SegmentSizes.Usual)
        .AddSingleton<SegmentPace>()
        .AddScoped<KeepSegments>()
        .AddSingleton<KeptVocabularies>()
        .AddScoped<LoadVocabulary>()
        .AddScoped<ValuesInSight>()
        .AddScoped<RememberReadings>()
        .AddScoped<ListRemembered>()
        .AddScoped(provider => new SetVocabulary(provider.GetRequiredService<SupportDbContext>(), provider.GetRequiredService<LoadVocabulary>(), provider.GetRequiredService<ValuesInSight>(), provider.GetRequiredService<AuditLog>(), provider.GetRequiredService<TimeProvider>()))
        .AddScoped<CountValues>()
        .AddSingleton(ScanParts.ByProcessors)
        .AddScoped<PlanNames>()
        .AddScoped<RunPlan>()
        .AddScoped<OfferChoices>()
        .AddScoped<ShowQuestion>()
        .AddScoped<RememberConversation>()
        .AddScoped<ListThose>()
        .AddScoped<AskForPlan>()
        .AddScoped<OpenTurn>()
        .AddScoped<AnswerReading>()
        .AddScoped<ReadTurn>()
        .AddScoped<KeepTurn>()
        .AddScoped<IAnswerPasses, NoPasses>()
        .AddBackground()
        .AddEstimates()
        .AddReasons()
        .AddRequests()
        .AddScoped<LoadColumns>()
        .AddScoped(provider => new WarmQuestions(provider.GetRequiredService<SupportDbContext>(), provider.GetRequiredService<AnswerQuestion>(), provider.GetRequiredService<LoadColumns>(), provider.GetRequiredService<TimeProvider>()))
        .AddScoped(provider => new AnswerQuestion(
            provider.GetRequiredService<OpenTurn>(), provider.GetRequiredService<HearRequest>(), provider.GetRequiredService<AnswerWhy>(), provider.GetRequiredService<ReadTurn>(), provider.GetRequiredService<KeepTurn>()));

    /// <summary>The zone of a tenant's days.</summary>
    internal static async Task<string> TimeZoneOfAsync(this SupportDbContext db, int tenantId, CancellationToken ct) =>
        await db.Tenants.Where(tenant => tenant.Id == tenantId).Select(tenant => tenant.TimeZone).SingleOrDefaultAsync(ct) ?? "UTC";
}
