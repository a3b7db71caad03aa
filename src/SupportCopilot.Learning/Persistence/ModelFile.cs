using System.Security.Cryptography;
using System.Text;

namespace SupportCopilot.Learning.Persistence;

/// <summary>How models are kept: a mark, a version, the length, SHA-256 of the content, the content.</summary>
internal static class ModelFile
{
    private const int HashBytes = 32;
    private const long MaxBytes = 1L << 30;

    public static void Write(Stream to, string mark, int version, Action<BinaryWriter> write)
    {
        using var content = new MemoryStream();
        using (var writer = new BinaryWriter(content, Encoding.UTF8, leaveOpen: true)) write(writer);
        var bytes = content.GetBuffer().AsSpan(0, (int)content.Length);
        using var header = new BinaryWriter(to, Encoding.UTF8, leaveOpen: true);
        header.Write(Encoding.ASCII.GetBytes(mark));
        header.Write(version);
        header.Write((long)bytes.Length);
        header.Write(SHA256.HashData(bytes));
        header.Write(bytes);
    }

    /// <exception cref="InvalidDataException">The stream is no such model, of another version, cut short or changed.</exception>
    public static T Read<T>(Stream from, string mark, int version, Func<BinaryReader, T> read)
    {
        try
        {
            using var reader = new BinaryReader(from, Encoding.UTF8, leaveOpen: true);
            using var content = new BinaryReader(new MemoryStream(CheckedContent(reader, mark, version)), Encoding.UTF8);
            return read(content);
        }
        catch (EndOfStreamException cut)
        {
            throw new InvalidDataException("The model is cut short; train it anew.", cut);
        }
    }

    private static byte[] CheckedContent(BinaryReader reader, string mark, int version)
    {
        if (Encoding.ASCII.GetString(reader.ReadBytes(mark.Length)) != mark) throw new InvalidDataException($"This is no {mark} model.");
        var found = reader.ReadInt32();
        if (found != version) throw new InvalidDataException($"The model has version {found}; this program reads {version}. Train it anew.");
        var length = reader.ReadInt64();
        if (length is < 0 or > MaxBytes) throw new InvalidDataException($"The model claims {length} bytes; it is damaged.");
        var hash = reader.ReadBytes(HashBytes);
        var content = reader.ReadBytes((int)length);
        if (content.Length != length) throw new InvalidDataException("The model is cut short; train it anew.");
        if (!SHA256.HashData(content).AsSpan().SequenceEqual(hash)) throw new InvalidDataException("The model's content does not match its checksum; train it anew.");
        return content;
    }
}
