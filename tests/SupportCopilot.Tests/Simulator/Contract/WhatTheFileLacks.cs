namespace SupportCopilot.Tests.Simulator.Contract;

/// <summary>What Zendesk does by its own documentation though the file does not describe it, each with its reason. Everything else must stand in the file.</summary>
internal static class WhatTheFileLacks
{
    /// <summary>Paths that the file does not hold.</summary>
    public static readonly (string Prefix, string Reason)[] Paths =
    [
        ("/oauth/", "the file describes the Support API; OAuth stands beside it"),
        ("/api/v2/oauth/", "as above"),
        ("/api/v2/help_center/", "the Help Center has a description of its own"),
        ("/api/v2/guide/", "surveys have a description of their own"),
    ];

    /// <summary>Paths that the file lacks though it describes the rest of their kind.</summary>
    public static readonly Dictionary<string, string> SinglePaths = new()
    {
        ["metrics"] = "/tickets/{id}/metrics is named in the documentation of ticket metrics, and answers as /ticket_metrics/{id} does",
    };

    /// <summary>Query parameters that the file tells in prose («Pagination», «Sorting», «Sideloading») or leaves out.</summary>
    public static readonly HashSet<string> Parameters = ["page[size]", "page[after]", "page", "per_page", "sort", "sort_order", "sort_by", "include", "cursor"];

    /// <summary>Query parameters of one path, told in its prose.</summary>
    public static readonly Dictionary<string, string[]> ParametersOf = new()
    {
        ["/api/v2/satisfaction_ratings"] = ["start_time", "end_time", "score"],
        ["/api/v2/search/export"] = ["page[after]"],
        ["/api/v2/users/show_many"] = ["ids"],
        ["/api/v2/organizations/show_many"] = ["ids"],
        ["/api/v2/users"] = ["role", "role[]"],
    };

    /// <summary>Members of an answer as a whole: pages by cursor and by offset, and what is sideloaded, are told in prose alone.</summary>
    public static readonly HashSet<string> TopLevel = ["meta", "links", "count", "next_page", "previous_page", "users", "groups", "organizations", "metric_sets", "end_of_stream"];

    /// <summary>Schemas that are not what the API answers.</summary>
    public static readonly Dictionary<string, string> Replaced = new()
    {
        ["SearchResultObject"] = "results are the things that were found, here tickets, with result_type; the file shows groups",
    };

    /// <summary>An answer whose items the file describes wrongly, with the name of the member that holds them.</summary>
    public static readonly Dictionary<string, string> ItemsOf = new()
    {
        ["ExportIncrementalTicketEventsResponse"] = "ticket_events",   // the file repeats the metric events; its prose shows child_events
    };

    /// <summary>Words that an enum of the file lacks: deleted tickets come in the exports with a status of their own.</summary>
    public static readonly Dictionary<string, string[]> Words = new() { ["TicketObject.status"] = ["deleted"] };

    private static readonly Dictionary<string, string[]> Members = new()
    {
        // Told in the prose of the ticket export, which orders by it.
        ["TicketObject"] = ["generated_timestamp"],
        // A creation answers with its audit, as an update does.
        ["TicketResponse"] = ["audit"],
        // The file makes it a list; its own example is the rating itself.
        ["SatisfactionRatingResponse"] = ["satisfaction_rating"],
        // Comments stand among the events of an update's audit with all their members; the values of tags are lists.
        ["AuditObject"] = ["events", "via"],
        // update_many takes them, and its list form names each ticket.
        ["TicketUpdateInput"] = ["id", "additional_tags", "remove_tags", "metadata"],
        // By the type of the event the file has a schema each, but names the base for all.
        ["TicketMetricEventBaseObject"] = ["sla", "group_sla", "status", "deleted"],
    };

    public static IReadOnlySet<string> Of(string? schema) => schema is not null && Members.TryGetValue(schema, out var members) ? members.ToHashSet() : new HashSet<string>();
}
