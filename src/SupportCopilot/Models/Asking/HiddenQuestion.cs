namespace SupportCopilot.Models.Asking;

/// <summary>A question as it may leave, and the way back: what is personal in it has placeholders, which are put back into the answer before anybody reads it.</summary>
internal static class HiddenQuestion
{
    public static ModelRequest<T> Of<T>(ModelRequest<T> request) => request;

    public static ModelTextRequest Of(ModelTextRequest request) => request;

    public static IReadOnlyList<string> Of(IReadOnlyList<string> texts) => texts;
}
