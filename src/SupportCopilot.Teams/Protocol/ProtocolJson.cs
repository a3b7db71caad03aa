using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupportCopilot.Teams.Protocol;

/// <summary>The protocol over the wire. Fields that this program does not know are passed over: Teams adds some every year.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, AllowOutOfOrderMetadataProperties = true)]
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(Message))]
[JsonSerializable(typeof(CardPress))]
[JsonSerializable(typeof(CardAnswer))]
[JsonSerializable(typeof(InvokeError))]
[JsonSerializable(typeof(SubmittedFeedback))]
[JsonSerializable(typeof(NothingToSay))]
[JsonSerializable(typeof(string))]
internal sealed partial class ProtocolJson : JsonSerializerContext;
