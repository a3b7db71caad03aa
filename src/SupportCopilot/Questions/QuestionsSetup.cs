using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Questions.Running;

namespace SupportCopilot.Questions;

/// <summary>Adds questions to the product.</summary>
public static class QuestionsSetup
{
    /// <summary>Adds the answering of questions and the running of plans; the database adds its <see cref="Compiling.ISqlDialect"/>.</summary>
    public static IServiceCollection AddQuestions(this IServiceCollection services) => services
        .AddScoped<PlanNames>()
        .AddScoped<RunPlan>()
        .AddScoped<AnswerQuestion>();
}
