using System.Text;

namespace SupportCopilot.Tickets.Reading;

/// <summary>
/// Tells UTF-8 from windows-1252: the whole file is looked through (about 1 GB a second), because the first letter with an
/// accent may come late. UTF-8 it is unless bytes that are no UTF-8 outnumber the accented letters that are.
/// </summary>
internal static class TextEncodings
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static Encoding Detect(FileStream file, string name)
    {
        var buffer = new byte[1 << 16];
        long valid = 0, invalid = 0;
        var kept = 0;
        var isFirst = true;
        for (int read; (read = file.Read(buffer, kept, buffer.Length - kept)) > 0 || kept > 0;)
        {
            var bytes = buffer.AsSpan(0, kept + read);
            if (isFirst && WideByMark(bytes) is { } wide) return Rewound(file, wide);
            if (isFirst && bytes.IndexOf((byte)0) >= 0) throw new UnreadableFileException($"{name} is no table: it holds bytes that no text has.");
            isFirst = false;
            kept = Count(bytes, isLast: read == 0, ref valid, ref invalid);
            bytes[^kept..].CopyTo(buffer);
            if (read == 0) break;
        }

        return Rewound(file, invalid > 0 && valid < 4 * invalid ? Encoding.GetEncoding(1252) : Utf8);
    }

    private static Encoding? WideByMark(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) ? Encoding.Unicode
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? Encoding.BigEndianUnicode
        : null;

    /// <returns>How many bytes at the end belong to a letter that goes on in the next block.</returns>
    private static int Count(ReadOnlySpan<byte> bytes, bool isLast, ref long valid, ref long invalid)
    {
        while (!bytes.IsEmpty)
        {
            var ascii = bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (ascii < 0) return 0;
            bytes = bytes[ascii..];
            switch (Rune.DecodeFromUtf8(bytes, out _, out var length))
            {
                case System.Buffers.OperationStatus.Done: valid++; break;
                case System.Buffers.OperationStatus.NeedMoreData when !isLast: return bytes.Length;
                default: invalid++; break;
            }

            bytes = bytes[length..];
        }

        return 0;
    }

    private static Encoding Rewound(FileStream file, Encoding encoding)
    {
        file.Position = 0;
        return encoding;
    }
}
