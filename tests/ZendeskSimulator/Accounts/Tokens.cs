namespace ZendeskSimulator.Accounts;

/// <summary>The OAuth tokens that were given out and still work.</summary>
internal sealed class Tokens(Account account)
{
    private readonly Dictionary<string, DateTimeOffset> _validTo = [];
    private int _given;

    /// <summary>How many were ever given out.</summary>
    public int Given => _given;

    public string Give()
    {
        var token = $"simulated-{account.Settings.Seed:x}-{++_given:x8}";
        _validTo[token] = account.Clock.GetUtcNow() + account.Settings.TokenLifetime;
        return token;
    }

    public bool IsValid(string token) => _validTo.TryGetValue(token, out var end) && account.Clock.GetUtcNow() < end;

    public void Revoke(string token) => _validTo.Remove(token);

    public void RevokeAll() => _validTo.Clear();
}
