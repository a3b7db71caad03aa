namespace SupportCopilot.Teams.Cards;

/// <summary>Where buttons lead that open a browser.</summary>
/// <param name="PublicUrl">Where the product is reached from outside; null leaves such buttons out.</param>
internal sealed record CardLinks(Uri? PublicUrl)
{
    /// <summary>No button opens a browser.</summary>
    public static CardLinks None { get; } = new((Uri?)null);

    /// <returns>The address of a path of the product; null where it has none that others can open.</returns>
    public string? To(string path) =>
        PublicUrl is { IsAbsoluteUri: true, Scheme: "https" or "http" } && path.StartsWith('/') && !path.StartsWith("//", StringComparison.Ordinal)
            ? PublicUrl.AbsoluteUri.TrimEnd('/') + path
            : null;
}
