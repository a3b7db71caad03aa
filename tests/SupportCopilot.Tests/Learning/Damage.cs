namespace SupportCopilot.Tests.Learning;

internal static class Damage
{
    /// <summary>Empty, of another kind, of another version, cut at many places, a bit turned at many places.</summary>
    public static IEnumerable<byte[]> Of(byte[] whole)
    {
        yield return [];
        yield return "<html>not found</html>"u8.ToArray();
        var step = Math.Max(1, whole.Length / 40);
        for (var i = 0; i < whole.Length; i += step)
        {
            yield return whole[..i];
            yield return Turned(whole, i);
        }
        for (var i = 0; i < 60; i++) yield return Turned(whole, i); // the header, byte by byte
    }

    private static byte[] Turned(byte[] whole, int at)
    {
        var copy = whole.ToArray();
        copy[at] ^= 0x10;
        return copy;
    }
}
