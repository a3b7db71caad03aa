using System.Text;
using SupportCopilot.Questions.Modelled;
using SupportCopilot.Questions.Values;
using SupportCopilot.Questions.Values.Customers;

namespace SupportCopilot.Tests.Questions.Modelled;

/// <summary>Of a large desk's customers a model may choose from those whom a word of the question leads to, and from no others.</summary>
public sealed class CustomersGivenToAModel
{
    private static readonly ValueIndex Desk = Of([.. Enumerable.Range(0, 5_000).Select(i => $"Customer Number{i}"), "Petra Novak", "Novak Brothers", "Zoë Müller", "Anna Novakova-Brun", "Ann"]);

    [Theory]
    [InlineData("novak", "Novak Brothers", "Petra Novak")]
    [InlineData("novack", "Novak Brothers", "Petra Novak")]
    [InlineData("petra", "Petra Novak")]
    [InlineData("muller", "Zoë Müller")]
    [InlineData("ann", "Ann")]
    [InlineData("number4711", "Customer Number4711")]
    public void Have_the_word_or_nearly_it_in_their_name(string word, params string[] names)
    {
        var given = Given(word);

        Assert.Superset(names.ToHashSet(), given.ToHashSet());
        Assert.InRange(given.Count, names.Length, 8);
    }

    [Theory]
    [InlineData("zzyzx")]
    [InlineData("mer")]   // a part of a word is no word
    [InlineData("")]
    public void Are_none_where_no_name_is_like_that(string word) => Assert.Empty(Given(word));

    private static List<string> Given(string word) => [.. RetrieveValues.Of(Desk, [word]).Where(value => value.Dimension == "requester").Select(value => value.Value)];

    private static ValueIndex Of(IReadOnlyList<string> names)
    {
        var gather = new GatherPeople(new HashSet<long>(), new HashSet<long>(), []);
        for (var i = 0; i < names.Count; i++)
        {
            gather.Begin();
            gather.Take(0, i + 1);
            gather.Take(1, "file"u8);
            gather.Take(2, Encoding.UTF8.GetBytes(names[i]));
        }

        var (table, others) = gather.Finish();
        return new ValueIndex(PeopleNamed.Of("requester", others), table);
    }
}
