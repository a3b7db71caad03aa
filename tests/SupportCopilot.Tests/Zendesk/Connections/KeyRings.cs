using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Host.Access;

namespace SupportCopilot.Tests.Zendesk.Connections;

/// <summary>The key ring by which secrets are encrypted.</summary>
public sealed class KeyRings
{
    [Fact]
    public async Task Is_in_the_database_wrapped_by_the_certificate_and_opened_by_it_after_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("supportcopilot-keys-").FullName;
        try
        {
            var (file, database) = (Certificate(folder, "right"), $"SupportCopilot:Database:ConnectionString=Data Source={Path.Combine(folder, "shared.db")}");
            string closed;
            await using (var first = Product.With(file, "SupportCopilot:DataProtection:CertificatePassword=right", database))
            {
                closed = Protector(first).Protect("canary");
                Assert.All(await RingAsync(first), xml => Assert.DoesNotContain("<masterKey", xml, StringComparison.Ordinal));
                Assert.Contains(await RingAsync(first), xml => xml.Contains("EncryptedXmlDecryptor", StringComparison.Ordinal));
            }

            await using var second = Product.With(file, "SupportCopilot:DataProtection:CertificatePassword=right", database);
            Assert.Equal("canary", Protector(second).Unprotect(closed));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("SupportCopilot:DataProtection:CertificatePath=/nowhere/ring.pfx", "cannot be read")]
    [InlineData("SupportCopilot:DataProtection:CertificateThumbprint=0000000000000000000000000000000000000000", "names no certificate")]
    public async Task Keeps_a_server_from_starting_whose_certificate_is_not_there(string setting, string why)
    {
        await using var product = Product.With(setting);
        Assert.Contains(why, Assert.ThrowsAny<Exception>(() => _ = product.Services).ToString());
    }

    [Fact]
    public async Task Has_one_first_key_though_two_servers_make_it_at_the_same_moment()
    {
        await using var product = Product.With();
        var keys = product.Services.GetRequiredService<KeysInDatabase>();
        await product.DatabaseAsync(async db =>
        {
            db.KeyRing.RemoveRange(db.KeyRing);
            return await db.SaveChangesAsync();
        });

        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => keys.StoreElement(new XElement("key", i), $"key-{i}"))));

        var first = (await RingAsync(product))[0];
        Assert.Contains(keys.GetAllElements(), element => element.ToString() == first);
        Assert.InRange(keys.GetAllElements().Count, 1, 8);
        keys.StoreElement(new XElement("key", "later"), "later");
        Assert.Contains(keys.GetAllElements(), element => element.Value == "later");
    }

    private static IDataProtector Protector(Product product) => product.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");

    private static Task<List<string>> RingAsync(Product product) => product.DatabaseAsync(db => db.KeyRing.OrderBy(e => e.Number).Select(e => e.Xml).ToListAsync());

    private static string Certificate(string folder, string password)
    {
        using var rsa = RSA.Create(2048);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = new CertificateRequest("CN=key ring", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(now.AddDays(-1), now.AddYears(1));
        var path = Path.Combine(folder, "ring.pfx");
        File.WriteAllBytes(path, certificate.Export(X509ContentType.Pfx, password));
        return $"SupportCopilot:DataProtection:CertificatePath={path}";
    }
}
