using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupportCopilot.Teams.Cards.Format;

// Every colour is a meaning and never a tint, so that a card reads well in each of Teams' themes.

[JsonConverter(typeof(CamelCase<TextColor>))]
internal enum TextColor { Default, Accent, Good, Warning, Attention }

[JsonConverter(typeof(CamelCase<ContainerStyle>))]
internal enum ContainerStyle { Default, Emphasis, Accent, Good, Warning, Attention }

[JsonConverter(typeof(CamelCase<TextSize>))]
internal enum TextSize { Small, Default, Medium, Large, ExtraLarge }

[JsonConverter(typeof(CamelCase<TextWeight>))]
internal enum TextWeight { Lighter, Default, Bolder }

[JsonConverter(typeof(CamelCase<Spacing>))]
internal enum Spacing { None, Small, Default, Medium, Large, ExtraLarge, Padding }

[JsonConverter(typeof(CamelCase<HorizontalAlignment>))]
internal enum HorizontalAlignment { Left, Center, Right }

[JsonConverter(typeof(CamelCase<VerticalAlignment>))]
internal enum VerticalAlignment { Top, Center, Bottom }

[JsonConverter(typeof(CamelCase<ActionStyle>))]
internal enum ActionStyle { Default, Positive, Destructive }

/// <summary>Names as the format writes them.</summary>
internal sealed class CamelCase<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase) where T : struct, Enum;
