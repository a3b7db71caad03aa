namespace SupportCopilot.Tickets.Reading;

/// <summary>A file that is refused as a whole; the message speaks to the one who sent it.</summary>
internal sealed class UnreadableFileException(string message, Exception? inner = null) : Exception(message, inner);
