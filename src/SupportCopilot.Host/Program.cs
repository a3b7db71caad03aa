using Microsoft.Extensions.Options;
using SupportCopilot.Access;
using SupportCopilot.Access.Conversations;
using SupportCopilot.Clusters;
using SupportCopilot.Databases;
using SupportCopilot.DemoDesk;
using SupportCopilot.Evaluations;
using SupportCopilot.Host;
using SupportCopilot.Host.Access;
using SupportCopilot.Host.Commands;
using SupportCopilot.Host.Endpoints;
using SupportCopilot.Host.Hubs;
using SupportCopilot.Host.Jobs;
using SupportCopilot.Host.Pages;
using SupportCopilot.Knowledge.Articles;
using SupportCopilot.Knowledge.Indexing;
using SupportCopilot.Models;
using SupportCopilot.ModelServers;
using SupportCopilot.Questions;
using SupportCopilot.Replies;
using SupportCopilot.Reports;
using SupportCopilot.SearchIndexes;
using SupportCopilot.Teams;
using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Importing;
using SupportCopilot.Triage;
using SupportCopilot.Triage.Review;
using SupportCopilot.Zendesk;

var line = CommandLine.Read(args);
if (line.Refused is { } exitCode) return exitCode;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions
{
    Args = line.Settings,
    ContentRootPath = AppContext.BaseDirectory,   // the working directory is the caller's, and holds their data
});
var settings = builder.AddSettings(line);
builder.AddLogging(line);

builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddAccess();
builder.Services.AddConversations(settings.GetSection("Posting"));
builder.Services.AddDatabases(settings.GetSection("Database"), line.DataDirectory);
builder.Services.AddTickets();
builder.Services.AddImporting(settings.GetSection("Import"), line.DataDirectory);
builder.Services.AddIndexing();
builder.Services.AddSearchIndexes(settings.GetSection("Search"), line.DataDirectory);
builder.Services.AddArticles();
builder.Services.AddDemoDesk();
builder.Services.AddHostedService<FirstStart>();
builder.Services.AddModelGate(settings.GetSection("ModelGate"));
builder.Services.AddTriage(settings.GetSection("Triage"));
builder.Services.AddReview(settings.GetSection("Review"));
builder.Services.AddReplies();
builder.Services.AddClusters();
builder.Services.AddQuestions(settings.GetSection("Questions"));
builder.Services.AddReports();
builder.Services.AddEvaluations();
builder.Services.AddSingleton(line);
builder.Services.AddJobs(settings, line);
builder.Services.AddHttpApi(settings);
builder.Services.AddHubs();
builder.Services.AddSignIn(settings, builder.Environment);
builder.Services.AddKeyRing(settings);
builder.Services.AddPages();
builder.Services.AddTeams(settings);
builder.Services.AddModelServers(settings);
builder.Services.AddZendesk(settings);
builder.Services.AddSingleton<ITokenlessTurns, TokenlessTurns>();

var app = builder.Build();
app.UseHttpApi();
app.UsePageCompression();

app.MapHealth();
app.MapTickets();
app.MapImports();
app.MapTriage();
app.MapReview();
app.MapArticles();
app.MapReplies();
app.MapRewriting();
app.MapFeedback();
app.MapTemplates();
app.MapVoices();
app.MapSent();
app.MapAutoAnswer();
app.MapSearch();
app.MapQuestions();
app.MapVocabulary();
app.MapExports();
app.MapHubs();
app.MapClusters();
app.MapReports();
app.MapEffects();
app.MapPeople();
app.MapTenants();
app.MapConnections();
app.MapConversations();
app.MapModels();
app.MapCosts();
app.MapTeams();
app.MapZendesk();
app.MapPages();
app.MapOpenApi().AllowAnonymous();

try
{
    await app.Services.PrepareDatabaseAsync();
    return await line.RunAsync(app);
}
catch (OptionsValidationException wrong) when (!line.IsServe)   // whoever set it can put it right, and a stack trace would not help; a server says so in its log
{
    foreach (var failure in wrong.Failures) Console.Error.WriteLine(failure);
    return 2;
}
finally
{
    if (!line.IsServe) await app.Services.WriteDownModelCallsAsync();   // a server does so when it stops
}

/// <summary>The product: one process, two windows on a support desk.</summary>
internal sealed partial class Program;
