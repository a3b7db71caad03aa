using System.Net;
using System.Net.Sockets;

namespace SupportCopilot.ModelServers;

/// <summary>Whether a model server is inside the deployer's own house.</summary>
internal static class ModelServerHosts
{
    // RFC 6762 (.local), RFC 8375 (.home.arpa) and ICANN's reservation of 2024 (.internal): names that no public server has.
    private static readonly string[] PrivateNames = [".local", ".internal", ".home.arpa"];

    /// <summary>Whether what is sent there leaves for somebody else: anything but this machine, a private address, or a name that only a private network has.</summary>
    public static bool IsOutside(Uri endpoint)
    {
        if (endpoint.IsLoopback) return false;
        if (IPAddress.TryParse(endpoint.DnsSafeHost, out var address)) return !IsPrivate(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);
        return !PrivateNames.Any(end => endpoint.Host.EndsWith(end, StringComparison.OrdinalIgnoreCase));
    }

    // RFC 1918 and RFC 4193.
    private static bool IsPrivate(IPAddress address)
    {
        var bytes = address.GetAddressBytes();
        return address.AddressFamily is AddressFamily.InterNetworkV6
            ? (bytes[0] & 0xFE) == 0xFC
            : bytes[0] == 10 || (bytes[0] == 172 && bytes[1] is >= 16 and < 32) || (bytes[0] == 192 && bytes[1] == 168);
    }
}
