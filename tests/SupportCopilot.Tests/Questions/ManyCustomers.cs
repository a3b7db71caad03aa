using System.Text;
using SupportCopilot.Questions.Values;
using SupportCopilot.Questions.Values.Customers;

namespace SupportCopilot.Tests.Questions;

/// <summary>Customers in a table are found as they are found one by one.</summary>
public sealed class ManyCustomers
{
    private static readonly string[] First = ["Grace", "Tom", "Zoë", "Ann-Marie", "grace", "José", "Jose", "Łukasz", "李", "O'Neil", "", "  ", "Person", "M."];
    private static readonly string[] Last = ["Okafor", "Lee", "Müller", "Muller", "van der Berg", "D'Arcy", "Smith-Jones", "12", "12a", "北京", "🙂", "Stone Jr.", ""];

    [Fact]
    public void Are_found_by_the_same_words_as_in_a_list()
    {
        var dice = new Random(5);
        List<NamedPerson> people = [.. Enumerable.Range(1, 600).Select(id => Person(id, dice))];
        HashSet<long> agents = [.. people.Where(_ => dice.Next(9) == 0).Select(person => person.Id)], asking = [.. agents.Where(_ => dice.Next(2) == 0)];
        var listed = new ValueIndex([
            .. PeopleNamed.Of("agent", people.Where(person => agents.Contains(person.Id))),
            .. PeopleNamed.Of("requester", people.Where(person => person.Source != "dev" && (!agents.Contains(person.Id) || asking.Contains(person.Id)))),
            new KnownValue("organization", "Grace Okafor", ["Grace Okafor"])]);
        var gathered = Gathered(people, agents, asking, new KnownValue("organization", "Grace Okafor", ["Grace Okafor"]));

        Assert.Equal(Told(listed.All), Told(gathered.All));
        Assert.True(listed.All.Count() > 100);
        foreach (var name in people.SelectMany(person => new[] { person.Name, PeopleNamed.Shown(person), person.Name + "s", person.Name.Split(' ')[0] }).Append("nobody").Distinct())
        {
            var key = SupportCopilot.Questions.Parsing.Words.WordReader.Key(name);
            Assert.Equal(listed.Find(key).Select(Told), gathered.Find(key).Select(Told));
            Assert.Equal(Told(listed.Exactly(name)), Told(gathered.Exactly(name)));
            Assert.Equal(listed.LongestFrom(key.Split(' ')[0]), gathered.LongestFrom(key.Split(' ')[0]));
            Assert.Equal(listed.Near(key, 5), gathered.Near(key, 5));
        }
    }

    [Theory]
    [InlineData("personn 4711", "person 4711")]
    [InlineData("graec okafor", "grace okafor")]
    [InlineData("zoemuller", "zoe muller")]
    [InlineData("lukas", "lukasz")]
    public void Are_offered_where_they_are_misspelt(string said, string meant)
    {
        var people = new[] { "Person 4711", "Grace Okafor", "Zoë Müller", "Łukasz Nowak" }.Select((name, i) => new NamedPerson(i + 1, "file", name, null)).ToList();

        Assert.Contains(meant, Gathered(people, [], []).Near(said, 3));
        Assert.DoesNotContain(meant, Gathered(people, [], []).Near(said + "qqqq", 3));
    }

    private static ValueIndex Gathered(IEnumerable<NamedPerson> people, HashSet<long> agents, HashSet<long> asking, params KnownValue[] others)
    {
        var gather = new GatherPeople(agents, asking, ["dev"]);
        foreach (var person in people)
        {
            gather.Begin();
            gather.Take(0, person.Id);
            gather.Take(1, Encoding.UTF8.GetBytes(person.Source));
            gather.Take(2, Encoding.UTF8.GetBytes(person.Name));
            if (person.Email is { } email) gather.Take(3, Encoding.UTF8.GetBytes(email));
        }

        var (table, shared) = gather.Finish();
        return new ValueIndex([.. PeopleNamed.Of("agent", gather.Agents), .. PeopleNamed.Of("requester", shared), .. others], table);
    }

    private static NamedPerson Person(int id, Random dice)
    {
        var (first, last) = (First[dice.Next(First.Length)], Last[dice.Next(Last.Length)]);
        return new NamedPerson(id, dice.Next(20) == 0 ? "dev" : dice.Next(2) == 0 ? "file" : "zendesk", dice.Next(2) == 0 ? $"{first} {last}" : $"{first} {last} {id}", dice.Next(3) == 0 ? null : $"p{dice.Next(400)}@example.org");
    }

    private static List<string> Told(IEnumerable<KnownValue> values) => [.. values.Select(Told).Order(StringComparer.Ordinal)];

    private static string Told(ValueMatch match) => $"{Told(match.Value)} {match.Penalty}";

    private static string Told(KnownValue value) => $"{value.Dimension}: {value.Value} called {value.Called} = {string.Join(',', value.Ids.Order())} as {string.Join('|', value.Spellings.Order(StringComparer.Ordinal))}";
}
