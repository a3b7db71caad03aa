using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using SupportCopilot.Knowledge;
using SupportCopilot.SearchIndexes.Embedded;

namespace SupportCopilot.Benchmarks.Search;

/// <summary>
/// 100,000 made-up tickets of about 230 characters. Four words in ten are of the ticket's topic, the rest of the whole
/// language; both follow Zipf's law. Run it as the target says, on two cores: <c>taskset -c 0,1 dotnet run …</c>.
/// </summary>
internal static class SearchSpeed
{
    private const int Tenant = 1;
    private const int Tickets = 100_000;
    private const int Searches = 300;

    public static async Task RunAsync(CancellationToken ct)
    {
        var desk = new MadeUpDesk(seed: 1);
        var directory = Directory.CreateTempSubdirectory("search-speed").FullName;
        try
        {
            Console.WriteLine($"{Environment.ProcessorCount} cores");
            using (var index = Open(directory))
            {
                var clock = Stopwatch.StartNew();
                await index.RebuildAsync(Tenant, desk.Documents, null, ct);
                Target.AtMost("seconds to build", clock.Elapsed.TotalSeconds, 180);
                Target.AtMost("peak memory of the process, GB", Process.GetCurrentProcess().PeakWorkingSet64 / 1e9, 1.5);
            }
            Console.WriteLine($"on disk {Directory.EnumerateFiles(directory).Sum(f => new FileInfo(f).Length) / 1e6:0} MB");

            using var cold = Open(directory);
            var loading = Stopwatch.StartNew();
            await cold.StateAsync(Tenant, ct);
            Console.WriteLine($"cold start {loading.Elapsed.TotalSeconds:0.00} s");
            await Measure(cold, "words of a topic", i => desk.Words(i, 3), ct);
            await Measure(cold, "common words", i => desk.CommonWords(i, 2), ct);
            await Measure(cold, "a whole ticket (230 characters)", desk.Ticket, ct);
            await Measure(cold, "a long ticket (2,300 characters)", i => string.Join(' ', Enumerable.Range(i, 10).Select(desk.Ticket)), ct);
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    private static async Task Measure(ISearchIndex index, string what, Func<int, string> query, CancellationToken ct)
    {
        var times = new double[Searches];
        for (var i = -20; i < Searches; i++)
        {
            var text = query(200_000 + i);
            var clock = Stopwatch.StartNew();
            await index.SearchAsync(new(Tenant, SearchKind.Ticket, text, 20), ct);
            if (i >= 0) times[i] = clock.Elapsed.TotalMilliseconds;
        }
        Array.Sort(times);
        Target.AtMost(string.Create(CultureInfo.InvariantCulture, $"p95 ms, {what} (p50 {times[Searches / 2]:0.0})"), times[Searches * 95 / 100], 30);
    }

    private static EmbeddedSearchIndex Open(string directory) => new(directory, TimeProvider.System, NullLogger<EmbeddedSearchIndex>.Instance);

    private sealed class MadeUpDesk
    {
        private const int Vocabulary = 60_000;
        private const int Topics = 300;
        private const int TopicWords = 200;
        private const int Characters = 230;

        private readonly string[] _words;
        private readonly int _seed;

        public MadeUpDesk(int seed)
        {
            _seed = seed;
            var random = new Random(seed);
            _words = [.. Enumerable.Range(0, Vocabulary).Select(_ => MakeWord(random))];
        }

        public async IAsyncEnumerable<SearchDocument> Documents()
        {
            await Task.CompletedTask;
            for (var i = 0; i < Tickets; i++) yield return new(new(SearchKind.Ticket, i + 1), Words(i, 5), Ticket(i)) { GroupId = i % 10 };
        }

        public string Ticket(int i)
        {
            var random = Of(i, out var topic);
            var text = new StringBuilder();
            while (text.Length < Characters) text.Append(random.NextDouble() < 0.4 ? TopicWord(topic, random) : AnyWord(random)).Append(' ');
            return text.ToString();
        }

        public string Words(int i, int count)
        {
            var random = Of(i, out var topic);
            return string.Join(' ', Enumerable.Range(0, count).Select(_ => TopicWord(topic, random)));
        }

        public string CommonWords(int i, int count) => string.Join(' ', Enumerable.Range(0, count).Select(n => _words[(i + (n * 7)) % 50]));

        private Random Of(int i, out int topic)
        {
            var random = new Random((_seed * 1_000_003) + i);
            topic = random.Next(Topics);
            return random;
        }

        private string AnyWord(Random random) => _words[Zipf(random, Vocabulary)];

        private string TopicWord(int topic, Random random) => _words[100 + (((topic * 7919) + (Zipf(random, TopicWords) * 31)) % (Vocabulary - 100))];

        // The inverse of Zipf's distribution with exponent 1: rank = N^u.
        private static int Zipf(Random random, int count) => (int)Math.Pow(count, random.NextDouble()) - 1;

        private static string MakeWord(Random random)
        {
            const string consonants = "bcdfghklmnprstvw";
            const string vowels = "aeiou";
            return string.Concat(Enumerable.Range(0, random.Next(2, 9)).Select(i => i % 2 == 0 ? consonants[random.Next(16)] : vowels[random.Next(5)]));
        }
    }
}
