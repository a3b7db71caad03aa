using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace SupportCopilot.Triage.Review;

/// <summary>Adds the review of triage by people to the product.</summary>
public static class ReviewSetup
{
    /// <summary>Adds drawing lots, listing, answering, and telling agreement.</summary>
    /// <param name="services">The product's services.</param>
    /// <param name="settings">The section <c>SupportCopilot:Review</c>.</param>
    public static IServiceCollection AddReview(this IServiceCollection services, IConfigurationSection settings)
    {
        services.AddOptions<ReviewOptions>().Bind(settings).ValidateDataAnnotations().ValidateOnStart();
        return services.AddScoped<PickForReview>().AddScoped<ListReviews>().AddScoped<AnswerReview>().AddScoped<ShowAgreement>();
    }
}
