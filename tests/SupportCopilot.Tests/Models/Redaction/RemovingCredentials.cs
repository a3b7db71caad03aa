using SupportCopilot.Models.Redaction;

namespace SupportCopilot.Tests.Models.Redaction;

public sealed class RemovingCredentials
{
    [Theory]
    [InlineData("password: hunter2!", "hunter2!")]
    [InlineData("My password is Tr0ub4dor&3", "Tr0ub4dor&3")]
    [InlineData("Passwort: geheim-123", "geheim-123")]
    [InlineData("mot de passe : azerty99", "azerty99")]
    [InlineData("PIN: 4711", "4711")]
    [InlineData("CVV 123", "123")]
    [InlineData("Authorization: Bearer abcdef0123456789", "abcdef0123456789")]
    [InlineData("the key AKIAIOSFODNN7EXAMPLE leaked", "AKIAIOSFODNN7EXAMPLE")]
    [InlineData("ghp_0123456789abcdefghijABCDEFGHIJ012345", "ghp_0123456789abcdefghijABCDEFGHIJ012345")]
    [InlineData("use sk-proj-abcdefghijklmnop0123456789", "sk-proj-abcdefghijklmnop0123456789")]
    [InlineData("Server=db;User=sa;Password=S3cr3t!;Encrypt=true", "S3cr3t!")]
    [InlineData("https://deploy:topsecret99@git.example.com/repo", "topsecret99")]
    [InlineData("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9P", "eyJzdWIiOiIxMjM0NTY3ODkwIn0")]
    [InlineData("-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBg\n-----END PRIVATE KEY-----", "MIIEvQIBADANBg")]
    [InlineData("api_key=\"9f8e7d6c5b4a\"", "9f8e7d6c5b4a")]
    public void Takes_them_out_for_good(string text, string credential)
    {
        var redaction = Redactor.Begin([]);

        var hidden = redaction.Hide(text);

        Assert.DoesNotContain(credential, hidden, StringComparison.Ordinal);
        Assert.Contains("[SECRET]", hidden, StringComparison.Ordinal);
        Assert.DoesNotContain(credential, redaction.Restore(hidden), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("My password is wrong and the token has expired")]
    [InlineData("I forgot my password. How do I reset it?")]
    [InlineData("The password field is empty")]
    public void Leaves_talk_about_them(string text) => Assert.Equal(text, Redactor.Begin([]).Hide(text));
}
