namespace SupportCopilot.DemoDesk.Reading;

/// <summary>A product of the made-up company.</summary>
internal sealed record Product(string Key, string Name, string Brand, IReadOnlyList<string> Devices, IReadOnlyList<string> Plans);
