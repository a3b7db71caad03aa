namespace SupportCopilot.Questions.Exports;

/// <summary>Gives addresses under which somebody sees the tickets and files of an answer in a browser that is not signed in.</summary>
public interface IAnswerPasses
{
    /// <summary>
    /// The address for the scope's caller, good for a short while and with the rights that they have when it is opened; null
    /// where nobody knows how this server is reached, or the caller is no person.
    /// </summary>
    Uri? PageOf(string questionId);
}

/// <summary>A product without pages gives none.</summary>
internal sealed class NoPasses : IAnswerPasses
{
    public Uri? PageOf(string questionId) => null;
}
