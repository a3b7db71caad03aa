using System.Text.Json.Serialization;

namespace SupportCopilot.Teams.Cards.Format;

/// <summary>
/// What a button sends, and what arrives when it was pressed: the value of a message, or <c>action.data</c> of an invoke.
/// It is what somebody's client sent, so rights, version and state are looked up anew by whoever reads it.
/// </summary>
internal sealed record ActionData
{
    /// <summary>What is wanted; one of <see cref="CardVerb"/>. It stands here too because a submit has no verb of its own.</summary>
    public string? Verb { get; init; }

    /// <summary>The cluster that it is about.</summary>
    public long? Cluster { get; init; }

    /// <summary>The version of the cluster that the card showed.</summary>
    public int? Version { get; init; }

    /// <summary>The question that it is about.</summary>
    public string? Question { get; init; }

    /// <summary>From the input of this name: the resolution as edited on the card.</summary>
    public string? Resolution { get; init; }

    /// <summary>From the input of this name: why it is rejected.</summary>
    public string? Reason { get; init; }

    /// <summary>How Teams is to send a submit.</summary>
    [JsonPropertyName("msteams")]
    public TeamsSubmit? Teams { get; init; }
}

/// <summary>A submit that arrives as if the person had written <see cref="Text"/>.</summary>
/// <param name="Text">What the bot gets to read.</param>
/// <param name="DisplayText">What the conversation shows.</param>
internal sealed record TeamsSubmit(string Text, string DisplayText)
{
    public string Type => "messageBack";
}

/// <summary>What buttons ask for.</summary>
internal static class CardVerb
{
    /// <summary>Approve the cluster's resolution; with <see cref="ActionData.Resolution"/> in the words that were edited.</summary>
    public const string Approve = "cluster.approve";

    /// <summary>Keep the edited words without deciding.</summary>
    public const string Edit = "cluster.edit";

    /// <summary>Reject it, for <see cref="ActionData.Reason"/>.</summary>
    public const string Reject = "cluster.reject";

    /// <summary>Let replies cite the approved resolution.</summary>
    public const string Publish = "cluster.publish";

    /// <summary>Stop the work on a question.</summary>
    public const string CancelQuestion = "question.cancel";

    /// <summary>Show the first of the tickets behind the answer to <see cref="ActionData.Question"/>.</summary>
    public const string Tickets = "question.tickets";

    /// <summary>Give links to all tickets and to the files of the answer to <see cref="ActionData.Question"/>.</summary>
    public const string Files = "question.files";

    /// <summary>Show the cluster as it is now; changes nothing.</summary>
    public const string Show = "cluster.show";
}
