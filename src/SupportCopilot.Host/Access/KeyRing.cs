using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;

namespace SupportCopilot.Host.Access;

/// <summary>The settings <c>SupportCopilot:DataProtection</c>: the certificate that wraps the key ring, so that who has the database alone has no secrets.</summary>
internal sealed class KeyRingOptions
{
    /// <summary>A PKCS #12 file (.pfx, .p12) with its private key.</summary>
    public string? CertificatePath { get; set; }

    /// <summary>The file's password.</summary>
    public string? CertificatePassword { get; set; }

    /// <summary>Instead of a file: a certificate of the current user's or the machine's store.</summary>
    public string? CertificateThumbprint { get; set; }
}

/// <summary>
/// Secrets are encrypted by ASP.NET Core Data Protection, whose key ring is in the database. Wrapping by Azure Key Vault
/// needs packages that are not part of this build; a certificate from Key Vault can be mounted as a file instead.
/// </summary>
internal static class KeyRing
{
    // Fixed for ever: what was encrypted under another name cannot be opened.
    private const string ApplicationName = "SupportCopilot";

    /// <summary>Adds the key ring.</summary>
    public static IServiceCollection AddKeyRing(this IServiceCollection services, IConfigurationSection settings)
    {
        var set = settings.GetSection("DataProtection").Get<KeyRingOptions>() ?? new();
        var ring = services.AddDataProtection().SetApplicationName(ApplicationName);
        if (CertificateOf(set) is { } certificate) ring.ProtectKeysWithCertificate(certificate).UnprotectKeysWithAnyCertificate(certificate);
        services.AddSingleton<KeysInDatabase>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
            new ConfigureOptions<KeyManagementOptions>(keys => keys.XmlRepository = provider.GetRequiredService<KeysInDatabase>()));
        return services;
    }

    private static X509Certificate2? CertificateOf(KeyRingOptions set)
    {
        if (string.IsNullOrWhiteSpace(set.CertificatePath) && string.IsNullOrWhiteSpace(set.CertificateThumbprint)) return null;
        var certificate = string.IsNullOrWhiteSpace(set.CertificatePath) ? FromStore(set.CertificateThumbprint!.Trim()) : FromFile(set.CertificatePath, set.CertificatePassword);
        if (certificate.GetRSAPrivateKey() is not { } key) throw Refused("The certificate has no RSA private key, without which nothing could be opened again.");
        key.Dispose();
        return certificate;
    }

    private static X509Certificate2 FromFile(string path, string? password)
    {
        try
        {
            return X509CertificateLoader.LoadPkcs12FromFile(path, password);
        }
        catch (Exception thrown) when (thrown is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw Refused($"CertificatePath cannot be read as a PKCS #12 file with the password that is set ({thrown.GetType().Name}).");
        }
    }

    private static X509Certificate2 FromStore(string thumbprint)
    {
        foreach (var location in new[] { StoreLocation.CurrentUser, StoreLocation.LocalMachine })
        {
            using var store = new X509Store(StoreName.My, location);
            try
            {
                store.Open(OpenFlags.ReadOnly | OpenFlags.OpenExistingOnly);
            }
            catch (CryptographicException)   // this machine has no such store
            {
                continue;
            }

            if (store.Certificates.Find(X509FindType.FindByThumbprint, thumbprint, validOnly: false) is [var found, ..]) return found;
        }

        throw Refused("CertificateThumbprint names no certificate of the current user's or the machine's store.");
    }

    private static InvalidOperationException Refused(string why) => new($"SupportCopilot:DataProtection: {why}");
}
