using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Questions.Requests.Keeping;

namespace SupportCopilot.Questions.Requests;

/// <summary>Adds the hearing of sentences that ask for reports and alerts; reports add who keeps them.</summary>
internal static class RequestsSetup
{
    public static IServiceCollection AddRequests(this IServiceCollection services) => services
        .AddScoped<ReadKept>()
        .AddScoped<RunKept>()
        .AddScoped<HearRequest>();
}
