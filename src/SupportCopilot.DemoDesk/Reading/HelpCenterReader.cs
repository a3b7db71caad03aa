using SupportCopilot.DemoDesk.Writing;
using SupportCopilot.Knowledge;
using SupportCopilot.Knowledge.Articles;

namespace SupportCopilot.DemoDesk.Reading;

/// <summary>Reads the articles of the help center: a head of "name: value" lines, an empty line, and the text.</summary>
internal static class HelpCenterReader
{
    private static readonly string[] Segments = [ArticleSegment.Public, ArticleSegment.Restricted, ArticleSegment.Internal];

    public static IReadOnlyList<HelpPage> ReadAll() => [.. MaterialFile.In("Articles").Select(name => Read(name, MaterialFile.Text(name)))];

    public static HelpPage Read(string name, string text)
    {
        var gap = text.IndexOf("\n\n", StringComparison.Ordinal);
        if (gap < 0) throw new InvalidDataException($"{name} has no empty line after its head.");
        var head = text[..gap].Split('\n').Select(line => line.Split(": ", 2)).ToDictionary(pair => pair[0], pair => pair[^1]);
        var page = new HelpPage(
            Path.GetFileNameWithoutExtension(name),
            head.GetValueOrDefault("title") ?? throw new InvalidDataException($"{name} has no title."),
            text[gap..].Trim(),
            head.GetValueOrDefault("segment", ArticleSegment.Public),
            head.GetValueOrDefault("language", "en"));
        return Segments.Contains(page.Segment) ? page : throw new InvalidDataException($"{name}: there is no segment {page.Segment}.");
    }
}

/// <summary>A page of the help center.</summary>
internal sealed record HelpPage(string Key, string Title, string Body, string Segment, string Language)
{
    public IncomingArticle ToIncoming() => new(TicketGenerator.Source, Key, Title, Body)
    {
        Segment = Segment,
        Language = Language,
        Url = $"https://help.brightmoor.example/{Language}/{Key}",
    };
}
