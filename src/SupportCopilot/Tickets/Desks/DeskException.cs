namespace SupportCopilot.Tickets.Desks;

/// <summary>A request to a desk that came to nothing, or whose answer was lost. Its words hold nobody else's: no body, no query, no token.</summary>
public abstract class DeskException(string message) : Exception(message);
