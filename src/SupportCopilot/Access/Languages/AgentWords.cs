using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupportCopilot.Access.Languages;

/// <summary>
/// Says to an agent in their language what the product says itself: why it is silent, what to do next, what went wrong. The
/// English stands where it is said, with holes for what it is about, and is the key to its translations in words.*.json; what
/// customers wrote stays as they wrote it. A sentence that a table lacks is said in English, and a test tells of it.
/// </summary>
public sealed class AgentWords(CurrentLanguage language)
{
    /// <summary>The language of the sentences in the code.</summary>
    public const string English = "en";

    private static readonly Dictionary<string, Dictionary<string, string>> Tables =
        new[] { "ar", "de", "es", "fr", "ja" }.ToDictionary(code => code, Read, StringComparer.Ordinal);

    private static readonly NumberFormatInfo WithComma = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "." };

    /// <summary>The tables by language, for the test that holds them against each other.</summary>
    internal static IReadOnlyDictionary<string, Dictionary<string, string>> Translations => Tables;

    /// <summary>The sentence in the agent's language.</summary>
    public string this[FormattableString english] =>
        string.Format(Numbers, Tables.GetValueOrDefault(language.Code)?.GetValueOrDefault(english.Format) ?? english.Format, english.GetArguments());

    /// <summary>Whether there is a table for a language, or none is needed.</summary>
    internal static bool Speak(string code) => code == English || Tables.ContainsKey(code);

    // The program runs without the system's cultures, so that figures in files and plans look alike on every machine.
    private IFormatProvider Numbers => language.Code is "de" or "es" or "fr" ? WithComma : CultureInfo.InvariantCulture;

    private static Dictionary<string, string> Read(string code)
    {
        using var stream = typeof(AgentWords).Assembly.GetManifestResourceStream($"Access.words.{code}") ?? throw new InvalidOperationException($"words.{code}.json is not embedded.");
        return JsonSerializer.Deserialize(stream, WordsJson.Default.DictionaryStringString)!;
    }
}

[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class WordsJson : JsonSerializerContext;
