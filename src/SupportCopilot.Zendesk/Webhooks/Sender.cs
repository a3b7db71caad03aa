namespace SupportCopilot.Zendesk.Webhooks;

/// <summary>Who may send webhooks to one address.</summary>
/// <param name="TenantId">Whose desk it is; 0 where nobody's is there.</param>
/// <param name="Secrets">What its signatures are made with, as bytes. Where nobody's desk is there, they are secrets that nobody has.</param>
internal sealed record Sender(int TenantId, IReadOnlyList<byte[]> Secrets);
