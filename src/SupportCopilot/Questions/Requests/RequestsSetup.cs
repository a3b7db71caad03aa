using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Questions.Answers;
using SupportCopilot.Questions.Exports;
using SupportCopilot.Questions.Requests.Keeping;

namespace SupportCopilot.Questions.Requests;

/// <summary>Adds what is done with answers: exports, and the hearing of sentences that ask for reports and alerts, which reports keep.</summary>
internal static class RequestsSetup
{
    public static IServiceCollection AddRequests(this IServiceCollection services) => services
        .AddScoped<MentionBefore>()
        .AddScoped<ExportQuestion>()
        .AddScoped<ReadKept>()
        .AddScoped<RunKept>()
        .AddScoped<HearRequest>();
}
