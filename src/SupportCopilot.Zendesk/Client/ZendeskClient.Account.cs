using SupportCopilot.Zendesk.Wire;

namespace SupportCopilot.Zendesk.Client;

/// <content>Whom and what an account has: people, groups, brands, ratings, articles.</content>
internal sealed partial class ZendeskClient
{
    /// <summary>Whom the credentials belong to; the cheapest way to see that they are taken.</summary>
    public async Task<ZendeskUser?> MeAsync(Lane lane, CancellationToken ct) =>
        (await GetAsync("/api/v2/users/me", "users/me", ZendeskJson.Default.ZendeskUserPage, lane, ct)).User;

    /// <summary>One person.</summary>
    public async Task<ZendeskUser?> UserAsync(long id, Lane lane, CancellationToken ct) =>
        (await GetAsync($"/api/v2/users/{Text(id)}", "users/{id}", ZendeskJson.Default.ZendeskUserPage, lane, ct)).User;

    /// <summary>Up to a hundred people; those that are gone are missing.</summary>
    public async Task<IReadOnlyList<ZendeskUser>> UsersAsync(IReadOnlyCollection<long> ids, Lane lane, CancellationToken ct) =>
        (await GetAsync($"/api/v2/users/show_many?ids={Ids(ids)}", "users/show_many", ZendeskJson.Default.ZendeskUserPage, lane, ct)).Users ?? [];

    /// <summary>Everybody who works at the desk.</summary>
    public async Task<IReadOnlyList<ZendeskUser>> AgentsAsync(Lane lane, CancellationToken ct) =>
        await AllAsync($"/api/v2/users?role[]=agent&role[]=admin&{ByCursor}", "users", ZendeskJson.Default.ZendeskUserPage, page => page.Users, lane, ct);

    /// <summary>All groups.</summary>
    public async Task<IReadOnlyList<ZendeskGroup>> GroupsAsync(Lane lane, CancellationToken ct) =>
        await AllAsync($"/api/v2/groups?{ByCursor}", "groups", ZendeskJson.Default.ZendeskGroupPage, page => page.Groups, lane, ct);

    /// <summary>Up to a hundred organizations; those that are gone are missing.</summary>
    public async Task<IReadOnlyList<ZendeskOrganization>> OrganizationsAsync(IReadOnlyCollection<long> ids, Lane lane, CancellationToken ct) =>
        (await GetAsync($"/api/v2/organizations/show_many?ids={Ids(ids)}", "organizations/show_many", ZendeskJson.Default.ZendeskOrganizationPage, lane, ct)).Organizations ?? [];

    /// <summary>All brands.</summary>
    public async Task<IReadOnlyList<ZendeskBrand>> BrandsAsync(Lane lane, CancellationToken ct) =>
        await AllAsync($"/api/v2/brands?{ByCursor}", "brands", ZendeskJson.Default.ZendeskBrandPage, page => page.Brands, lane, ct);

    /// <summary>Satisfaction ratings of the older kind from an instant on, oldest first.</summary>
    public IAsyncEnumerable<ZendeskRatingPage> RatingsSinceAsync(DateTime start, Lane lane, CancellationToken ct) => PagesAsync(
        $"/api/v2/satisfaction_ratings?start_time={Seconds(start)}&{ByCursor}", "satisfaction_ratings", ZendeskJson.Default.ZendeskRatingPage, lane, ct);

    /// <summary>Responses to surveys from an instant on.</summary>
    public IAsyncEnumerable<ZendeskSurveyResponsePage> SurveyResponsesSinceAsync(DateTime start, Lane lane, CancellationToken ct) => PagesAsync(
        $"/api/v2/guide/survey_responses?filter[created_at_start]={Text(new DateTimeOffset(start, TimeSpan.Zero).ToUnixTimeMilliseconds())}&{ByCursor}", "guide/survey_responses",
        ZendeskJson.Default.ZendeskSurveyResponsePage, lane, ct);

    /// <summary>Articles of the help center that changed since a second; <c>end_time</c> and <c>next_page</c> say where to go on. Gone where there is no help center.</summary>
    public Task<ZendeskArticlePage> ArticlesSinceAsync(long startSeconds, Lane lane, CancellationToken ct) => ExportAsync(
        $"/api/v2/help_center/incremental/articles.json?start_time={Text(startSeconds)}", "help_center/incremental/articles", ZendeskJson.Default.ZendeskArticlePage, lane, ct);

    /// <summary>Who the groups of readers are.</summary>
    public async Task<IReadOnlyList<ZendeskUserSegment>> UserSegmentsAsync(Lane lane, CancellationToken ct) => await AllAsync(
        $"/api/v2/help_center/user_segments?{ByCursor}", "help_center/user_segments", ZendeskJson.Default.ZendeskUserSegmentPage, page => page.UserSegments, lane, ct);
}
