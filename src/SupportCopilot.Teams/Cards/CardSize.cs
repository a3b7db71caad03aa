using System.Text.Json;
using SupportCopilot.Teams.Cards.Format;

namespace SupportCopilot.Teams.Cards;

/// <summary>Keeps cards under Teams' limit of 28 KB for a message; one above it is refused with a 413.</summary>
internal static class CardSize
{
    /// <summary>The most bytes of a card's JSON: 28 KB less what else a message carries (addresses, a notification's words, marks).</summary>
    public const int Most = 24 * 1024;

    /// <summary>The first drawing that fits, from all that reads well down to what always fits.</summary>
    public static AdaptiveCard Fit(Func<Detail, AdaptiveCard> draw) => Fit(Detail.Steps, draw);

    /// <summary>The first drawing that fits: each step shows less than the one before.</summary>
    /// <param name="steps">The details, from the most to the least.</param>
    /// <param name="draw">Draws the card in a detail.</param>
    /// <exception cref="InvalidOperationException">Even the least detail is too large: a text of the card is not cut.</exception>
    public static AdaptiveCard Fit<TDetail>(IEnumerable<TDetail> steps, Func<TDetail, AdaptiveCard> draw)
    {
        foreach (var detail in steps)
        {
            var card = draw(detail);
            if (BytesOf(card) <= Most) return card;
        }

        throw new InvalidOperationException("A card is too large in its least detail: one of its texts is not cut.");
    }

    /// <summary>How large a card is in a message. Letters beyond ASCII are counted as their escapes, the longest way to write them.</summary>
    public static int BytesOf(AdaptiveCard card) => JsonSerializer.SerializeToUtf8Bytes(card, CardJson.Default.AdaptiveCard).Length;
}

/// <summary>How much a card shows.</summary>
/// <param name="Rows">At most so many rows of a table or entries of a list.</param>
/// <param name="Points">At most so many points of a chart.</param>
/// <param name="Characters">At most so many characters of a paragraph.</param>
/// <param name="Name">At most so many characters of a name in a table, chart or button.</param>
internal sealed record Detail(int Rows, int Points, int Characters, int Name)
{
    /// <summary>From all that reads well down to what always fits.</summary>
    public static IReadOnlyList<Detail> Steps { get; } =
    [
        new(15, 90, 2_000, 60),
        new(12, 60, 1_000, 50),
        new(10, 40, 600, 40),
        new(6, 20, 400, 30),
        new(3, 0, 200, 20),
        new(0, 0, 100, 20),
    ];
}
