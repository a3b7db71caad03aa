using System.Diagnostics;
using System.Text;
using SupportCopilot.Questions.Values;
using SupportCopilot.Questions.Values.Customers;

namespace SupportCopilot.Benchmarks.Questions;

/// <summary>A million customers by name: gathering them, what they take in memory, finding one, and finding one whose name is misspelt.</summary>
internal static class CustomerSpeed
{
    private const int Customers = 1_000_000, LookUps = 20_000, Misspelt = 300;

    private static readonly string[] First = [.. Enumerable.Range(0, 2_000).Select(i => Name(i, 2))], Last = [.. Enumerable.Range(0, 30_000).Select(i => Name(i * 17 + 3, 3))];

    public static Task RunAsync(CancellationToken ct)
    {
        var (before, clock) = (GC.GetTotalMemory(forceFullCollection: true), Stopwatch.StartNew());
        var index = Gather();
        Console.WriteLine($"{Customers:N0} customers gathered in {clock.Elapsed.TotalSeconds:0.0} s; they take {(GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6:0} MB");
        var dice = new Random(3);
        string Any() => NameOf(dice.Next(Customers));
        Report("found by name", LookUps, () => index.Find(Any().ToLowerInvariant()).Count == 1);
        Report("the first misspelt one, for which all words are gathered", 1, () => index.Near(Slip(Any().ToLowerInvariant(), dice), 3).Count > 0);
        Report("a misspelt one", Misspelt, () => Any().ToLowerInvariant() is var name && index.Near(Slip(name, dice), 3).Contains(name));
        return Task.CompletedTask;
    }

    private static void Report(string what, int times, Func<bool> look)
    {
        var (took, found) = (new List<double>(), 0);
        for (var i = 0; i < times; i++)
        {
            var started = Stopwatch.GetTimestamp();
            if (look()) found++;
            took.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        double[] sorted = [.. took.Order()];
        Console.WriteLine($"  {what}: p50 {QuestionSpeed.At(sorted, .5):0.000} ms, p95 {QuestionSpeed.At(sorted, .95):0.000} ms; found {100.0 * found / times:0.0} % of {times:N0}");
    }

    private static ValueIndex Gather()
    {
        var gather = new GatherPeople(new HashSet<long>(), new HashSet<long>(), []);
        for (var id = 1; id <= Customers; id++)
        {
            gather.Begin();
            gather.Take(0, id);
            gather.Take(1, "file"u8);
            gather.Take(2, Encoding.UTF8.GetBytes(NameOf(id - 1)));
            gather.Take(3, Encoding.UTF8.GetBytes($"person{id}@example.org"));
        }

        var (table, others) = gather.Finish();
        return new ValueIndex(PeopleNamed.Of("requester", others), table);
    }

    // Each has a name of their own, as long as there are not more than first and last names together make.
    private static string NameOf(int i) => $"{First[i % First.Length]} {Last[i / First.Length * 59 % Last.Length]}";

    private static string Name(int i, int syllables)
    {
        var name = "";
        for (; syllables > 0; syllables--, i /= 80) name += $"{"bcdfghklmnprstvw"[i % 16]}{"aeiou"[i / 16 % 5]}";
        return char.ToUpperInvariant(name[0]) + name[1..];
    }

    private static string Slip(string name, Random dice) => name.Remove(dice.Next(1, name.Length - 1), 1);
}
