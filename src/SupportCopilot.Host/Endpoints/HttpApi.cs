using System.Text.Json.Serialization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using SupportCopilot.Host.Access;

namespace SupportCopilot.Host.Endpoints;

/// <summary>What all endpoints share: JSON, problem documents, rate limits, OpenAPI.</summary>
internal static class HttpApi
{
    public static IServiceCollection AddHttpApi(this IServiceCollection services, IConfigurationSection settings)
    {
        services.AddOpenApi(openApi => openApi.AddDocumentTransformer(DescribeSignIn));
        services.AddValidation();
        services.AddProblemDetails(problems => problems.CustomizeProblemDetails = Speak);
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, TicketJson.Default);
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, TriageJson.Default);
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, ReviewJson.Default);
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, TriageRunJson.Default);
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, HealthJson.Default);
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, ArticleJson.Default);
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, ReplyJson.Default);
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, RewriteJson.Default);
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, FeedbackJson.Default);
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, TemplateApiJson.Default);
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, VoiceJson.Default);
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, SentJson.Default);
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, AutoAnswerJson.Default);
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, ImportJson.Default);
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, SearchJson.Default);
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, PeopleJson.Default);
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, ConversationJson.Default);
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, QuestionJson.Default);
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, ClusterJson.Default);
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, EffectJson.Default);
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, ReportJson.Default);
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, TenantJson.Default);
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, VocabularyApiJson.Default);
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, ModelsJson.Default);
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, CostsJson.Default);
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, ConnectionJson.Default);
            json.SerializerOptions.Converters.Add(new UtcInstantConverter());
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
        });
        services.AddOptions<RateLimitOptions>().Bind(settings.GetSection("RateLimits")).ValidateDataAnnotations().ValidateOnStart();
        services.AddRateLimiter(limiter => limiter.AddLimits());
        return services;
    }

    public static void UseHttpApi(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            // What the caller did wrong is no failure of ours: it keeps its 4xx and is not logged as an error.
            StatusCodeSelector = thrown => thrown switch { BadHttpRequestException bad => bad.StatusCode, TimeoutException => StatusCodes.Status503ServiceUnavailable, _ => StatusCodes.Status500InternalServerError },
            SuppressDiagnosticsCallback = context => context.Exception is BadHttpRequestException,
        });
        app.UseStatusCodePages();
        app.UseRouting();
        app.UseLikedLanguage();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
    }

    private static Task DescribeSignIn(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken ct)
    {
        const string entra = "entra";
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[entra] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            BearerFormat = "JWT",
            Description = "An access token of Microsoft Entra for this API (SupportCopilot:Entra). Who it names needs a role here, given by an admin.",
        };
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(entra, document)] = [] }];
        return Task.CompletedTask;
    }

    /// <summary>Says in words what a bare status code does not, and never what an exception carried: it may hold customers' words.</summary>
    private static void Speak(ProblemDetailsContext problem)
    {
        var document = problem.ProblemDetails;
        document.Detail ??= document.Status switch
        {
            StatusCodes.Status400BadRequest when problem.Exception is BadHttpRequestException bad => WhatIsWrong(bad),
            StatusCodes.Status401Unauthorized => SignInRefusal.Of(problem.HttpContext) ?? "Sign in to use this.",
            StatusCodes.Status403Forbidden => "Your roles do not allow this.",
            StatusCodes.Status404NotFound => "There is nothing here, or nothing that you may see.",
            StatusCodes.Status413PayloadTooLarge => "The request is larger than this server takes.",
            StatusCodes.Status503ServiceUnavailable when problem.Exception is TimeoutException => "That took longer than a request may. Ask for less, such as a shorter period, or again later.",
            StatusCodes.Status500InternalServerError => "Something went wrong on our side; it has been logged.",
            _ => null,
        };
    }

    private static string WhatIsWrong(BadHttpRequestException bad) => bad.InnerException is System.Text.Json.JsonException json
        ? $"The body is not the JSON expected here{(json.Path is { } path ? $", at {path}" : "")}{(json.LineNumber is { } line ? $", line {line + 1}" : "")}."
        : bad.Message;
}
