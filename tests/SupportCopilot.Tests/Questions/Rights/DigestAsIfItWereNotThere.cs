using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SupportCopilot.Access;
using SupportCopilot.Reports;
using SupportCopilot.Reports.Weeks;

namespace SupportCopilot.Tests.Questions.Rights;

/// <summary>The digest of a conversation whose readers see a part of a desk is, to the letter, that of a desk which holds nothing else.</summary>
public sealed class DigestAsIfItWereNotThere(SightDesks desks) : IClassFixture<SightDesks>
{
    public static TheoryData<string> Sights => [.. SightDesks.Sights.Keys];

    [Theory]
    [MemberData(nameof(Sights))]
    public async Task Is_every_week(string sight)
    {
        var isTold = false;
        foreach (var monday in Enumerable.Range(0, 12).Select(back => new LocalDate(2026, 3, 23).PlusWeeks(-back)))
        {
            var week = new ReportedWeek(monday, DateTimeZoneProviders.Tzdb[QuestionDesk.Zone]);

            var (there, alone) = await desks.OfBothAsync(sight, async (services, visibility) => await services.GetRequiredService<ComposeDigest>().RunAsync(week, visibility, "Devices", CancellationToken.None));

            Assert.Equal(alone.Text, there.Text);
            Assert.Equal(alone.Figures, there.Figures);
            Assert.Equal(alone.Movers, there.Movers);
            Assert.Equal(alone.Clusters, there.Clusters);
            foreach (var word in SightDesks.Hidden) Assert.DoesNotContain(word, there.Text, StringComparison.OrdinalIgnoreCase);
            isTold |= there.Figures.Any(figure => figure.Value > 0);
        }

        Assert.True(isTold);   // of weeks without a ticket everything would be the same
    }
}
