using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace SupportCopilot.Tickets.Importing;

/// <summary>Adds importing to the product.</summary>
public static class ImportingSetup
{
    /// <summary>Adds the taking in and working off of files.</summary>
    /// <param name="services">The product's services.</param>
    /// <param name="section">The settings <c>SupportCopilot:Import</c>.</param>
    /// <param name="dataDirectory">The product's folder, absolute.</param>
    public static IServiceCollection AddImporting(this IServiceCollection services, IConfiguration section, string dataDirectory)
    {
        services.AddOptions<ImportOptions>().Bind(section).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton(new ImportFolders(dataDirectory))
            .AddScoped<TakeInUpload>()
            .AddScoped<ImportFile>()
            .AddScoped<RunQueuedImports>()
            .AddScoped<RemoveOldUploads>()
            .AddScoped<ListImports>();
    }
}
