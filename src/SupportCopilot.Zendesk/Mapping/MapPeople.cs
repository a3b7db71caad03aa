using SupportCopilot.Tickets.Desks;
using SupportCopilot.Zendesk.Wire;

namespace SupportCopilot.Zendesk.Mapping;

/// <summary>Zendesk's users → people of the desk.</summary>
internal static class MapPeople
{
    public static IReadOnlyList<DeskPerson> Run(IEnumerable<ZendeskUser> users, DeskNames names) =>
        [.. from user in users let person = names.Person(user.Id) where person is not null select new DeskPerson(person, user.IsAgent, names.Organization(user.OrganizationId))];
}
