using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SupportCopilot.Zendesk.Webhooks;

namespace SupportCopilot.Tests.Zendesk.Webhooks;

public sealed class MutatedSignatures
{
    private const int Mutations = 10_000;

    private static readonly DateTimeOffset Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);
    private static readonly byte[][] Secrets = [Encoding.UTF8.GetBytes(Webhook.GoodSecret), Encoding.UTF8.GetBytes("the one before it")];

    [Fact]
    public void None_of_ten_thousand_holds_while_each_right_one_does()
    {
        var dice = new Random(2026);
        var (accepted, right) = (0, 0);
        for (var i = 0; i < Mutations; i++)
        {
            var body = Encoding.UTF8.GetBytes(Webhook.EventBody(dice.Next(), "ticket.status_changed"));
            var timestamp = Now.AddSeconds(dice.Next(-290, 290)).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
            var signature = Convert.ToBase64String(HMACSHA256.HashData(Secrets[i % 2], (byte[])[.. Encoding.UTF8.GetBytes(timestamp), .. body]));
            if (ZendeskSignature.Holds(body, signature, timestamp, Secrets, Now)) right++;

            switch (i % 3)
            {
                case 0: signature = Mutated(signature, dice); break;
                case 1: timestamp = Mutated(timestamp, dice); break;
                default: body = Mutated(body, dice); break;
            }

            if (ZendeskSignature.Holds(body, signature, timestamp, Secrets, Now)) accepted++;
        }

        Assert.Equal((0, Mutations), (accepted, right));
    }

    /// <summary>A letter changed, put in, taken away or moved, or the case of one.</summary>
    private static string Mutated(string text, Random dice)
    {
        while (true)
        {
            var at = dice.Next(text.Length);
            var mutated = dice.Next(5) switch
            {
                0 => text[..at] + (char)dice.Next(33, 127) + text[(at + 1)..],
                1 => text.Insert(at, ((char)dice.Next(32, 127)).ToString()),
                2 => text.Remove(at, 1),
                3 => text[..at] + (char.IsUpper(text[at]) ? char.ToLowerInvariant(text[at]) : char.ToUpperInvariant(text[at])) + text[(at + 1)..],
                _ => text[at..] + text[..at],
            };
            if (mutated != text) return mutated;
        }
    }

    private static byte[] Mutated(byte[] body, Random dice)
    {
        var at = dice.Next(body.Length);
        switch (dice.Next(3))
        {
            case 0: return [.. body[..at], .. body[(at + 1)..]];
            case 1: return [.. body[..at], (byte)dice.Next(256), .. body[at..]];
            default:
                var mutated = (byte[])body.Clone();
                mutated[at] ^= (byte)(1 << dice.Next(8));
                return mutated;
        }
    }
}
