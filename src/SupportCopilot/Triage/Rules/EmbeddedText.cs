namespace SupportCopilot.Triage.Rules;

/// <summary>The word lists of triage, which are embedded in the program.</summary>
internal static class EmbeddedText
{
    /// <summary>The lines of the list of this name, without empty lines and comments.</summary>
    public static IEnumerable<string> Lines(string name)
    {
        using var stream = typeof(EmbeddedText).Assembly.GetManifestResourceStream($"Triage.{name}")
            ?? throw new InvalidOperationException($"The word list {name} is not embedded.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#') yield return line;
        }
    }
}
