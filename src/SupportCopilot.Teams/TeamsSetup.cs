using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SupportCopilot.Access.Conversations;
using SupportCopilot.Questions.Background;
using SupportCopilot.Teams.Arriving;
using SupportCopilot.Teams.Cards;
using SupportCopilot.Teams.Sending;
using SupportCopilot.Teams.Turns;

namespace SupportCopilot.Teams;

/// <summary>Adds the bot to the product.</summary>
public static class TeamsSetup
{
    private static readonly TimeSpan ConnectorTimeout = TimeSpan.FromSeconds(15);

    /// <summary>Adds the bot.</summary>
    /// <param name="services">The product's services.</param>
    /// <param name="settings">The section <c>SupportCopilot</c>; the bot reads <c>Teams</c> of it.</param>
    public static IServiceCollection AddTeams(this IServiceCollection services, IConfigurationSection settings)
    {
        services.AddSingleton<IValidateOptions<TeamsOptions>, TeamsOptionsRules>();
        services.AddOptions<TeamsOptions>().Bind(settings.GetSection("Teams")).ValidateOnStart();
        return services.AddArriving().AddTurns().AddSending();
    }

    /// <summary>Maps the bot's endpoint. It signs nobody in by the product's ways: Teams' own token is checked behind it.</summary>
    public static void MapTeams(this IEndpointRouteBuilder app) => app.MapPost("/api/messages", MessagesEndpoint.Post).AllowAnonymous().WithTags("Teams")
        .WithSummary("Activities of the Bot Framework, with Teams' own signed token")
        .Produces(StatusCodes.Status200OK).Produces(StatusCodes.Status202Accepted).ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status415UnsupportedMediaType).Produces(StatusCodes.Status501NotImplemented);

    private static IServiceCollection AddArriving(this IServiceCollection services)
    {
        services.AddHttpClient(BotTokens.ClientName).ConfigurePrimaryHttpMessageHandler(WithoutRedirects);
        return services.AddSingleton<BotTokens>().AddSingleton<AdmitActivity>();
    }

    private static IServiceCollection AddTurns(this IServiceCollection services)
    {
        services.AddHostedService(provider => provider.GetRequiredService<TurnsUnderWay>());
        return services.AddSingleton<TurnsUnderWay>().AddSingleton<TurnBook>()
            .AddScoped<TakeTurn>().AddScoped<KeepConversation>().AddScoped<NarrowSight>()
            .AddScoped<AnswerMessage>().AddScoped<RouteMessage>().AddScoped<SayChannelScope>().AddScoped<ReviewClusters>()
            .AddScoped<TakePress>().AddScoped<PressInMessage>().AddScoped<ActOnCluster>().AddScoped<ShowTickets>()
            .AddScoped<ShowFiles>().AddScoped<ActOnQuestion>().AddScoped<NameTickets>()
            .AddScoped<TakeFeedback>().AddScoped<TakeInstallation>().AddScoped(FinishTurns.Of);
    }

    private static IServiceCollection AddSending(this IServiceCollection services)
    {
        services.AddHttpClient(ConnectorTokens.ClientName).ConfigurePrimaryHttpMessageHandler(WithoutRedirects);
        services.AddHttpClient(ConnectorClient.ClientName, client => client.Timeout = ConnectorTimeout).ConfigurePrimaryHttpMessageHandler(WithoutRedirects);
        services.Replace(ServiceDescriptor.Singleton<IConversations, TeamsConversations>());
        services.Replace(ServiceDescriptor.Singleton<IShowAnswers, ShowAnswersInTeams>());
        return services.AddSingleton<ConnectorTokens>().AddSingleton<ServiceAddresses>().AddSingleton<SendLimits>().AddSingleton<Retries>()
            .AddSingleton<OneAtATime>().AddSingleton<ConnectorClient>();
    }

    // A redirect could lead the bot's token, or its secret, to another host. What the factory logs holds conversation ids only.
    private static HttpMessageHandler WithoutRedirects() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(10) };
}
