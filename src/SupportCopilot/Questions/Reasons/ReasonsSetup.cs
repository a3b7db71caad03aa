using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Questions.Background;
using SupportCopilot.Questions.Quotes;
using SupportCopilot.Questions.Reasons.Changes;
using SupportCopilot.Questions.Reasons.Themes;

namespace SupportCopilot.Questions.Reasons;

/// <summary>Adds questions for reasons and quotes.</summary>
internal static class ReasonsSetup
{
    public static IServiceCollection AddReasons(this IServiceCollection services) => services
        .AddScoped<GatherTickets>()
        .AddScoped<PickQuotes>()
        .AddScoped<GroupByLikeness>()
        .AddScoped<FindThemes>()
        .AddScoped<DescribeThemes>()
        .AddScoped<SplitChange>()
        .AddScoped<CountGathered>()
        .AddScoped<AnswerWithQuotes>()
        .AddScoped<AnswerWithThemes>()
        .AddScoped<AnswerChange>()
        .AddScoped<WorkOutReasons>()
        .AddScoped<ILongWork>(provider => provider.GetRequiredService<WorkOutReasons>())
        .AddScoped<AnswerWhy>();
}
