using System.Text.Json;
using ZendeskSimulator.Http;

namespace ZendeskSimulator.People;

/// <summary>People, groups, organizations and brands as the API tells them.</summary>
internal static class PeopleJson
{
    public static void Write(Utf8JsonWriter json, User user, string root)
    {
        json.WriteNumber("id", user.Id);
        json.WriteString("url", $"{root}/api/v2/users/{user.Id}.json");
        json.WriteString("name", user.Name);
        json.WriteString("email", user.Email);
        json.WriteTime("created_at", user.CreatedAt);
        json.WriteTime("updated_at", user.UpdatedAt);
        json.WriteString("time_zone", "London");
        json.WriteString("iana_time_zone", "Europe/London");
        json.WriteNull("phone");
        json.WriteNull("shared_phone_number");
        json.WriteNull("photo");
        json.WriteNumber("locale_id", 1);
        json.WriteString("locale", "en-US");
        json.WriteNumberOrNull("organization_id", user.OrganizationId);
        json.WriteString("role", user.Role);
        json.WriteBoolean("verified", true);
        json.WriteNull("external_id");
        json.WriteTexts("tags", []);
        json.WriteString("alias", "");
        json.WriteBoolean("active", user.IsActive);
        json.WriteBoolean("shared", false);
        json.WriteBoolean("shared_agent", false);
        json.WriteBoolean("suspended", false);
        json.WriteBoolean("restricted_agent", !user.IsStaff);
        json.WriteString("ticket_restriction", user.IsStaff ? null : "requested");
        if (user.GroupId is { } group) json.WriteNumber("default_group_id", group);
        json.WriteEmptyObject("user_fields");
    }

    public static void Write(Utf8JsonWriter json, Group group, string root)
    {
        json.WriteString("url", $"{root}/api/v2/groups/{group.Id}.json");
        json.WriteNumber("id", group.Id);
        json.WriteBoolean("is_public", true);
        json.WriteString("name", group.Name);
        json.WriteString("description", "");
        json.WriteBoolean("default", group.Id == 501);
        json.WriteBoolean("deleted", false);
        json.WriteTime("created_at", group.CreatedAt);
        json.WriteTime("updated_at", group.CreatedAt);
    }

    public static void Write(Utf8JsonWriter json, Organization organization, string root)
    {
        json.WriteString("url", $"{root}/api/v2/organizations/{organization.Id}.json");
        json.WriteNumber("id", organization.Id);
        json.WriteString("name", organization.Name);
        json.WriteBoolean("shared_tickets", false);
        json.WriteBoolean("shared_comments", false);
        json.WriteNull("external_id");
        json.WriteTime("created_at", organization.CreatedAt);
        json.WriteTime("updated_at", organization.CreatedAt);
        json.WriteTexts("domain_names", []);
        json.WriteNull("details");
        json.WriteNull("notes");
        json.WriteNull("group_id");
        json.WriteTexts("tags", []);
        json.WriteEmptyObject("organization_fields");
    }

    public static void Write(Utf8JsonWriter json, Brand brand, string root)
    {
        json.WriteString("url", $"{root}/api/v2/brands/{brand.Id}.json");
        json.WriteNumber("id", brand.Id);
        json.WriteString("name", brand.Name);
        json.WriteString("brand_url", $"https://{brand.Subdomain}.zendesk.com");
        json.WriteString("subdomain", brand.Subdomain);
        json.WriteBoolean("has_help_center", brand.HasHelpCenter);
        json.WriteString("help_center_state", brand.HasHelpCenter ? "enabled" : "disabled");
        json.WriteBoolean("active", true);
        json.WriteBoolean("default", brand.Id == 301);
        json.WriteBoolean("is_deleted", false);
        json.WriteNumbers("ticket_form_ids", []);
        json.WriteTime("created_at", brand.CreatedAt);
        json.WriteTime("updated_at", brand.CreatedAt);
    }
}
