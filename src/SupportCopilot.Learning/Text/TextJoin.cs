namespace SupportCopilot.Learning.Text;

/// <summary>How a subject and a body become the one text that is learnt from and asked about.</summary>
public static class TextJoin
{
    /// <returns>Subject, line break, body; training and prediction must join alike.</returns>
    public static string Of(string? subject, string? body) => $"{subject}\n{body}";
}
