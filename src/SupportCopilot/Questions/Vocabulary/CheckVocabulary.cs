using NodaTime;
using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Questions.Dates;
using SupportCopilot.Questions.Parsing.Lexicon;
using SupportCopilot.Questions.Parsing.Words;
using SupportCopilot.Questions.Values;

namespace SupportCopilot.Questions.Vocabulary;

/// <summary>What is wrong with a tenant's own words, by the place in the document. A word that already says something is refused: with two meanings every question with it would be doubtful.</summary>
internal sealed class CheckVocabulary(VocabularyDocument before, ValueIndex values)
{
    private const int MostWords = 500;        // in all of it
    private const int LongestWord = 60;       // characters
    private const int MostEntries = 500;      // of each kind

    private readonly Dictionary<string, List<string>> _problems = [];
    private readonly Dictionary<string, string> _places = [];

    public IReadOnlyDictionary<string, string[]> Run(VocabularyDocument wanted)
    {
        if (wanted is { Calendar: null } or { Measures: null } or { Dimensions: null } or { Values: null } or { Fields: null })
        {
            Problem("", "calendar, measures, dimensions, values and fields must not be null; leave out what is to stay empty.");
            return Found;
        }

        Calendar(wanted.Calendar);
        Each("measures", wanted.Measures, (place, one) => Catalog.FindMeasure(one.Name ?? "") is null ? $"There is no measure \"{Cut(one.Name)}\"; there are {string.Join(", ", Catalog.Measures.Select(measure => measure.Name))}." : null, one => one.Synonyms);
        Each("dimensions", wanted.Dimensions, (place, one) => IsDimension(one.Name) ? null : $"There is no dimension \"{Cut(one.Name)}\"; there are {string.Join(", ", Catalog.Dimensions.Select(dimension => dimension.Name))}, and fields have their words under fields.", one => one.Synonyms);
        Each("values", wanted.Values, (place, one) => ProblemOf(one), one => one.Synonyms);
        Each("fields", wanted.Fields, (place, one) => before.Fields.Any(field => field.Name == one.Name) ? null : $"No ticket has a custom field \"{Cut(one.Name)}\".", one => one.Synonyms);
        if (_places.Count > MostWords) Problem("", $"There are {_places.Count} words; at most {MostWords} can be kept.");
        return Found;
    }

    private Dictionary<string, string[]> Found => _problems.ToDictionary(problem => problem.Key, problem => problem.Value.ToArray());

    private void Calendar(CalendarSaid calendar)
    {
        if (calendar.FiscalYearStart is < 1 or > 12) Problem("calendar.fiscalYearStart", "A month is a number from 1 to 12.");
        if (!Enum.TryParse<IsoDayOfWeek>(calendar.WeekStart, ignoreCase: true, out var day) || day is IsoDayOfWeek.None || char.IsDigit(calendar.WeekStart[0])) Problem("calendar.weekStart", "Weeks begin on monday, tuesday, wednesday, thursday, friday, saturday or sunday.");
    }

    private void Each<T>(string list, IReadOnlyList<T> entries, Func<string, T, string?> problemOf, Func<T, IReadOnlyList<string>?> synonyms) where T : class
    {
        if (entries.Count > MostEntries) Problem(list, $"There are {entries.Count} entries; at most {MostEntries} can be kept.");
        for (var i = 0; i < Math.Min(entries.Count, MostEntries); i++)
        {
            var place = $"{list}[{i}]";
            if (entries[i] is not { } entry || synonyms(entry) is not { } words)
            {
                Problem(place, "An entry has a name and a list of synonyms.");
                continue;
            }

            if (problemOf(place, entry) is { } problem) Problem(place, problem);
            for (var j = 0; j < words.Count && j < MostWords; j++) Word($"{place}.synonyms[{j}]", words[j]);
        }
    }

    private void Word(string place, string? word)
    {
        var key = WordReader.Key(word ?? "");
        if (word is null || key.Length == 0 || !key.Any(char.IsLetter)) Problem(place, "A synonym has a letter at least.");
        else if (word.Length > LongestWord) Problem(place, $"A synonym has {LongestWord} characters at most.");
        else if (key.Split(' ').Length > TenantWords.Longest) Problem(place, $"A synonym has {TenantWords.Longest} words at most.");
        else if (Phrases.Find(key).Count > 0) Problem(place, $"\"{word}\" already says something in questions; choose another word.");
        else if (IsOfDays(word)) Problem(place, $"\"{word}\" is read as a date; choose another word.");
        else if (!_places.TryAdd(key, place)) Problem(place, $"\"{word}\" is given at {_places[key]} too; one word has one meaning.");
    }

    private static bool IsOfDays(string word)
    {
        var words = WordReader.Read(word);
        return new DateReader().Read(words, new DateContext(Instant.FromUtc(2026, 1, 1, 0, 0), DateTimeZone.Utc)).Any(days => days.Length == words.Count);
    }

    // Words for what was there before may stay though the last ticket with it went.
    private string? ProblemOf(ValueSaid said)
    {
        if (!IsDimension(said.Dimension) && !before.Fields.Any(field => Catalog.FieldPrefix + field.Name == said.Dimension)) return $"There is no dimension \"{Cut(said.Dimension)}\".";
        if (string.IsNullOrWhiteSpace(said.Value)) return "A value is a text.";
        if (before.Values.Any(known => known.Dimension == said.Dimension && known.Value == said.Value)) return null;
        if (values.Exactly(said.Value).Any(known => known.Dimension == said.Dimension)) return null;
        var near = NearValues.Of(WordReader.Key(said.Value), values.InDimensions(said.Dimension).Select(known => WordReader.Key(known.Value)), 3);
        return $"No ticket has the {said.Dimension} \"{Cut(said.Value)}\".{(near.Count > 0 ? $" Did you mean {string.Join(" or ", near.Select(one => $"\"{one}\""))}?" : "")}";
    }

    private static bool IsDimension(string? name) => name is not null && Catalog.Dimensions.Any(dimension => dimension.Name == name && dimension.Synonyms.Length > 0);

    private void Problem(string place, string problem)
    {
        if (!_problems.TryGetValue(place, out var known)) _problems[place] = known = [];
        known.Add(problem);
    }

    private static string Cut(string? text) => text is null ? "" : text.Length > LongestWord ? text[..LongestWord] : text;
}
