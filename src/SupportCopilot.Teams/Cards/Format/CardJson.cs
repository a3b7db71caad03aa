using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupportCopilot.Teams.Cards.Format;

/// <summary>Cards as they go over the wire. What is null is left out: the format's schema allows no nulls.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AdaptiveCard))]
[JsonSerializable(typeof(Attachment))]
[JsonSerializable(typeof(ActionData))]
internal sealed partial class CardJson : JsonSerializerContext;
