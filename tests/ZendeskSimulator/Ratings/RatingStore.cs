using ZendeskSimulator.Accounts;
using ZendeskSimulator.Generated;

namespace ZendeskSimulator.Ratings;

/// <summary>
/// Ratings of both kinds: of the start, those of all tickets of one course for each kind, in the order of their tickets; and
/// those that came since.
/// </summary>
internal sealed class RatingStore(Account account)
{
    private const int RatedCourse = 3;
    private const int SurveyedCourse = 12;
    private const long After = 3600;

    private readonly List<Rating> _since = [];

    public void Add(Rating rating) => _since.Add(rating);

    /// <summary>Ratings of the older kind from a second on, oldest first.</summary>
    public IEnumerable<Rating> RatedFrom(long time) => From(time, RatedCourse, ofSurvey: false);

    /// <summary>Answers to surveys from a second on, oldest first.</summary>
    public IEnumerable<Rating> SurveyedFrom(long time) => From(time, SurveyedCourse, ofSurvey: true).Where(r => r.Score != "offered");

    /// <summary>What a ticket of the start says of its own rating.</summary>
    public static Rating? Of(ulong seed, long ticket, long createdAt) => Courses.Of(ticket) is RatedCourse or SurveyedCourse ? Make(seed, ticket, createdAt) : null;

    private IEnumerable<Rating> From(long time, int course, bool ofSurvey)
    {
        var first = account.History.FirstCreatedFrom(time - Solved(course) - After);
        for (var id = first + (course - first % Courses.Count + Courses.Count) % Courses.Count; id <= account.History.Tickets; id += Courses.Count)
            if (account.Tickets.Find(id) is { IsDeleted: false }) yield return Make(account.Settings.Seed, id, account.History.CreatedAt(id));
        foreach (var rating in _since)
            if (rating.At >= time && rating.Stars is not null == ofSurvey) yield return rating;
    }

    private static Rating Make(ulong seed, long ticket, long createdAt)
    {
        var course = Courses.Of(ticket);
        var dice = new Dice(seed ^ 0xC5A7, ticket);
        var thrown = dice.Below(20);
        var score = thrown < 5 ? "offered" : thrown < 16 ? "good" : "bad";
        int? stars = course == SurveyedCourse ? score == "good" ? 4 + dice.Below(2) : 1 + dice.Below(2) : null;
        return new Rating(ticket, score, stars, score != "offered" && dice.OneIn(3) ? score == "good" ? "Quick and friendly." : "It took too long." : null, createdAt + Solved(course) + After);
    }

    private static long Solved(int course) => Courses.Steps(course).First(s => s.Deed is Deed.Solve).After;
}
