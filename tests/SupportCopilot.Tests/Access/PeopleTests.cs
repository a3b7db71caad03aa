using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SupportCopilot.Access;
using SupportCopilot.Access.People;
using SupportCopilot.Tests.Clusters;
using SupportCopilot.Tests.Replies;

namespace SupportCopilot.Tests.Access;

public sealed class PeopleTests(Product product) : IClassFixture<Product>
{
    private const string Anna = "0A000000-0000-0000-0000-00000000000A";

    private HttpClient Admin => product.As(Role.Admin, user: "root");

    [Fact]
    public async Task Are_let_in_changed_and_listed_by_an_admin_and_audited()
    {
        await product.HasTicketAsync(Sidebar.Ticket("x", "y") with { Group = new("tier-9", "Tier 9") });

        var made = await Admin.PostAsJsonAsync("/api/people", new { entraObjectId = Anna, name = "Anna", roles = new[] { "analyst", "productOwner" }, scope = new[] { new { kind = "group", value = "tier 9" } } }, TestContext.Current.CancellationToken);
        var person = (await made.Content.ReadFromJsonAsync<PersonView>(TestContext.Current.CancellationToken))!;
        var again = await Admin.PostAsJsonAsync("/api/people", new { entraObjectId = Anna, name = "Anna A.", roles = new[] { "analyst" } }, TestContext.Current.CancellationToken);
        var changed = await PutAsync(person.Id, new { scope = Array.Empty<object>() });

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (made.StatusCode, again.StatusCode));
        Assert.Equal(("entra", Anna.ToLowerInvariant(), "Tier 9"), (person.Source, person.ExternalId, person.Scope.Single().Name));
        Assert.Equal(["analyst", "productOwner"], person.Roles);
        Assert.Equal(("Anna A.", 0), (changed.Name, changed.Scope.Count));
        Assert.Equal(["analyst"], changed.Roles);
        Assert.Contains(await product.DatabaseAsync(db => Task.FromResult(db.Audit.Where(a => a.Subject == $"person/{person.Id}").Select(a => a.Action).ToList())), action => action == "person.added");
        Assert.Contains(person.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), await Admin.GetStringAsync("/api/people?limit=200", TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("""{"entraObjectId":"0a000000-0000-0000-0000-00000000000b","name":"B","roles":["boss"]}""", "no role")]
    [InlineData("""{"entraObjectId":"zz000000-0000-0000-0000-00000000000b","name":"B"}""", "Entra object id")]
    [InlineData("""{"entraObjectId":"0a000000-0000-0000-0000-00000000000b"}""", "needs a name")]
    [InlineData("""{"entraObjectId":"0a000000-0000-0000-0000-00000000000b","name":"B","scope":[{"kind":"group","value":"No such"}]}""", "no group")]
    [InlineData("""{"entraObjectId":"0a000000-0000-0000-0000-00000000000b","name":"B","scope":[{"kind":"planet","value":"Mars"}]}""", "no kind of scope")]
    public async Task Are_not_let_in_by_half(string body, string why)
    {
        var answer = await Admin.PostAsync("/api/people", new StringContent(body, System.Text.Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(why, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.False(await product.DatabaseAsync(db => Task.FromResult(db.People.Any(p => p.ExternalId == "0a000000-0000-0000-0000-00000000000b"))));
    }

    [Fact]
    public async Task Are_let_in_by_a_command_so_that_there_is_a_first_admin()
    {
        var folder = Directory.CreateTempSubdirectory("supportcopilot-people-").FullName;
        try
        {
            var added = await CommandRun.OfAsync("people", "add", "--entra", Anna, "--name", "Anna Adams", "--roles", "admin,analyst", "--data", folder);
            var wrong = await CommandRun.OfAsync("people", "add", "--entra", Anna, "--name", "Anna", "--group", "No such", "--data", folder);
            var listed = await CommandRun.OfAsync("people", "list", "--json", "--data", folder);

            Assert.True(added.ExitCode == 0, added.Error);
            Assert.Contains("Anna Adams was let in: analyst, admin; sees everything.", added.Output);
            Assert.Equal((2, true), (wrong.ExitCode, wrong.Error.Contains("no group \"No such\"", StringComparison.Ordinal)));
            Assert.Equal("Anna Adams", JsonDocument.Parse(listed.Output).RootElement[0].GetProperty("name").GetString());
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<PersonView> PutAsync(long id, object change)
    {
        var answer = await Admin.PutAsJsonAsync($"/api/people/{id}", change, TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<PersonView>(TestContext.Current.CancellationToken))!;
    }
}
