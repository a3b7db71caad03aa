using System.Reflection;

namespace SupportCopilot.Models;

/// <summary>
/// What a model is told to do: a text file beside the code that reads the answer. Its version is part of the file's name;
/// a changed text is a new version, so that figures of two versions are never mixed.
/// </summary>
/// <param name="Task">What it is for, such as <c>triage</c>.</param>
/// <param name="Version">Its version, from 1.</param>
/// <param name="Text">The instructions.</param>
public sealed record ModelPrompt(string Task, int Version, string Text)
{
    /// <summary>The task with its version, such as <c>triage/1</c>.</summary>
    public string Name => $"{Task}/{Version}";

    /// <summary>Reads a prompt that is embedded in a program.</summary>
    /// <param name="assembly">The program.</param>
    /// <param name="resource">The name it is embedded by.</param>
    /// <param name="task">What it is for.</param>
    /// <param name="version">Its version.</param>
    public static ModelPrompt Read(Assembly assembly, string resource, string task, int version)
    {
        using var stream = assembly.GetManifestResourceStream(resource) ?? throw new InvalidOperationException($"The prompt {resource} is not embedded.");
        using var reader = new StreamReader(stream);
        return new ModelPrompt(task, version, reader.ReadToEnd().ReplaceLineEndings("\n").Trim());
    }
}
