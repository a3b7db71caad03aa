using System.ComponentModel.DataAnnotations;

namespace SupportCopilot.Tickets.Importing;

/// <summary>How files are taken in (section <c>SupportCopilot:Import</c>).</summary>
public sealed class ImportOptions
{
    /// <summary>The largest file, in bytes.</summary>
    [Range(1, long.MaxValue)]
    public long MaxBytes { get; set; } = 2L << 30;

    /// <summary>How long uploaded files are kept, in days.</summary>
    [Range(0, 3650)]
    public int KeepDays { get; set; } = 90;
}

/// <summary>Where uploads lie.</summary>
/// <param name="DataDirectory">The product's folder, absolute.</param>
public sealed record ImportFolders(string DataDirectory)
{
    /// <summary>The folder of uploads, relative to the product's.</summary>
    public const string Uploads = "uploads";

    /// <summary>The absolute path of an upload.</summary>
    public string Of(string storedAs) => Path.Combine(DataDirectory, storedAs);
}
