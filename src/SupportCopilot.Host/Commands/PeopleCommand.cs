using System.CommandLine;
using System.Text.Json.Serialization;
using Spectre.Console;
using SupportCopilot.Access;
using SupportCopilot.Access.People;
using SupportCopilot.Access.Scopes;

namespace SupportCopilot.Host.Commands;

/// <summary>Who may do what, for whoever has the machine: so that a first admin can be made.</summary>
internal sealed class PeopleCommand : ProductCommand
{
    public PeopleCommand() : base("people", "Show who may do what")
    {
        Add(new ListPeopleCommand());
        Add(new AddPersonCommand());
    }

    public override Task<int> RunAsync(WebApplication app, CommandLine line, ParseResult parsed, CancellationToken ct) => ListPeopleCommand.ShowAsync(app, line, ct);
}

/// <summary>Shows who may do what.</summary>
internal sealed class ListPeopleCommand() : ProductCommand("list", "Show who may do what")
{
    private const int AtOnce = 200;

    public override Task<int> RunAsync(WebApplication app, CommandLine line, ParseResult parsed, CancellationToken ct) => ShowAsync(app, line, ct);

    internal static async Task<int> ShowAsync(WebApplication app, CommandLine line, CancellationToken ct)
    {
        var terminal = new Terminal(line.IsJson);
        var people = await InTenantAsync(app.Services, TenantOfFiles(app.Services, line), (services, _) => AllAsync(services.GetRequiredService<ShowPeople>(), ct), ct);
        terminal.Result(people, PeopleCommandJson.Default.IReadOnlyListPersonView);
        var table = new Table().Border(TableBorder.Rounded).AddColumns("Id", "Name", "Known by", "Roles", "Sees");
        foreach (var person in people)
            table.AddRow(new Text($"{person.Id}"), new Text(person.Name), new Text($"{person.Source} {person.ExternalId}"), new Text(string.Join(", ", person.Roles)),
                new Text(person.Scope.Count == 0 ? "everything" : string.Join(", ", person.Scope.Select(s => $"{s.Kind} {s.Name}"))));
        if (people.Count == 0) terminal.Say("Nobody was let in yet: people add --entra OBJECTID --name NAME --roles admin");
        else terminal.Show(table);
        return 0;
    }

    private static async Task<IReadOnlyList<PersonView>> AllAsync(ShowPeople show, CancellationToken ct)
    {
        var all = new List<PersonView>();
        for (string? next = "0"; next is not null;)
        {
            (var rows, next) = await show.ListAsync(AtOnce, long.Parse(next, System.Globalization.CultureInfo.InvariantCulture), ct);
            all.AddRange(rows);
        }

        return all;
    }
}

/// <summary>Lets somebody in, or changes them.</summary>
internal sealed class AddPersonCommand : ProductCommand
{
    private readonly Option<string> _entra = new("--entra") { Description = "The person's object id in Entra", Required = true };
    private readonly Option<string> _name = new("--name") { Description = "The person's name", Required = true };
    private readonly Option<string?> _roles = new("--roles") { Description = "agent, analyst, sme, productOwner, admin; several by comma" };
    private readonly Option<string[]> _groups = new("--group") { Description = "A group that the person may see; can be given again", DefaultValueFactory = _ => [] };
    private readonly Option<string[]> _organizations = new("--organization") { Description = "An organization that the person may see", DefaultValueFactory = _ => [] };
    private readonly Option<string[]> _brands = new("--brand") { Description = "A brand that the person may see", DefaultValueFactory = _ => [] };
    private readonly Option<bool> _everything = new("--everything") { Description = "The person may see everything, whatever was said before" };

    public AddPersonCommand() : base("add", "Let somebody in by their Entra object id; who is known already is changed")
    {
        foreach (var option in new Option[] { _entra, _name, _roles, _groups, _organizations, _brands, _everything }) Add(option);
    }

    public override async Task<int> RunAsync(WebApplication app, CommandLine line, ParseResult parsed, CancellationToken ct)
    {
        var scope = Words(ScopeKind.Group, _groups).Concat(Words(ScopeKind.Organization, _organizations)).Concat(Words(ScopeKind.Brand, _brands)).ToList();
        if (parsed.GetValue(_everything) && scope.Count > 0) return Terminal.Fail("--everything and a scope contradict each other.", 2);

        var change = new PersonChange(
            parsed.GetRequiredValue(_name),
            parsed.GetValue(_roles)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            scope.Count > 0 || parsed.GetValue(_everything) ? scope : null);
        var (kept, person) = await InTenantAsync(app.Services, TenantOfFiles(app.Services, line), async (services, _) =>
        {
            var kept = await services.GetRequiredService<KeepPerson>().AddAsync(parsed.GetRequiredValue(_entra), change, ct);
            return (kept, kept.Refusal is null ? await services.GetRequiredService<ShowPeople>().OneAsync(kept.Id, ct) : null);
        }, ct);
        if (person is null) return Terminal.Fail(kept.Refusal!, 2);

        var terminal = new Terminal(line.IsJson);
        terminal.Say($"{person.Name} {(kept.IsNew ? "was let in" : "was changed")}: {(person.Roles.Count == 0 ? "no role" : string.Join(", ", person.Roles))}; sees {(person.Scope.Count == 0 ? "everything" : string.Join(", ", person.Scope.Select(s => $"{s.Kind} {s.Name}")))}.");
        terminal.Result(person, PeopleCommandJson.Default.PersonView);
        return 0;

        IEnumerable<ScopeWord> Words(ScopeKind kind, Option<string[]> option) => parsed.GetRequiredValue(option).Select(value => new ScopeWord(kind, value));
    }
}

[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(IReadOnlyList<PersonView>))]
[JsonSerializable(typeof(PersonView))]
internal sealed partial class PeopleCommandJson : JsonSerializerContext;
