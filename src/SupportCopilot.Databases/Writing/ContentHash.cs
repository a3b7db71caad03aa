using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using SupportCopilot.Tickets;

namespace SupportCopilot.Databases.Writing;

/// <summary>
/// The first 64 bits of the SHA-256 of everything a source said of a ticket, each value with its length so that no two
/// different tickets read the same. Order does not matter where it means nothing (tags, fields). Linear in the text.
/// </summary>
internal static class ContentHash
{
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? buffer;

    public static long Of(IncomingTicket said)
    {
        var into = buffer ??= new ArrayBufferWriter<byte>(4096);
        into.ResetWrittenCount();
        foreach (var text in new[] { said.Subject, said.Status, said.Type, said.Channel, said.Product, said.Brand }) Add(into, text);
        foreach (var person in new[] { said.Requester, said.Assignee }) Add(into, person);
        Add(into, said.Group?.ExternalId);
        Add(into, said.Group?.Name);
        Add(into, said.Organization?.ExternalId);
        Add(into, said.Organization?.Name);
        foreach (var field in TriageFields.Each) Add(into, said.Given[field]);
        foreach (var at in new[] { said.CreatedAt, said.UpdatedAt, said.FirstReplyAt, said.SolvedAt, said.DueAt }) Add(into, at?.Ticks);
        foreach (var number in new[] { said.FirstReplyMinutes, said.ResolutionMinutes, said.Reopens, said.Replies }) Add(into, number);
        Add(into, Bit(said.SlaMet));
        Add(into, Bit(said.CsatOffered));
        Add(into, said.Csat is { } csat ? BitConverter.DoubleToInt64Bits(csat) : null);
        AddLists(into, said);
        if (said.IsFullState) AddDesk(into, said);
        return BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(into.WrittenSpan));
    }

    /// <summary>What only desks say; left out for files, whose hashes are stored from before.</summary>
    private static void AddDesk(ArrayBufferWriter<byte> into, IncomingTicket said)
    {
        Add(into, said.MergedInto);
        Add(into, said.Description?.Body);
        Add(into, said.Description?.Author);
        Add(into, Bit(said.Description?.IsPublic));
    }

    private static void AddLists(ArrayBufferWriter<byte> into, IncomingTicket said)
    {
        Add(into, said.Comments?.Count);
        foreach (var comment in said.Comments ?? [])
        {
            Add(into, comment.ExternalId);
            Add(into, comment.Body);
            Add(into, (long)comment.AuthorKind);
            Add(into, comment.Author);
            Add(into, Bit(comment.IsPublic));
            Add(into, comment.CreatedAt?.Ticks);
        }

        Add(into, said.Tags?.Count);
        foreach (var tag in (said.Tags ?? []).Order(StringComparer.Ordinal)) Add(into, tag);
        Add(into, said.Fields?.Count);
        foreach (var (name, value) in (said.Fields ?? new Dictionary<string, string>()).OrderBy(field => field.Key, StringComparer.Ordinal))
        {
            Add(into, name);
            Add(into, value);
        }

        Add(into, said.Changes?.Count);
        foreach (var change in said.Changes ?? [])
        {
            Add(into, change.At.Ticks);
            Add(into, change.Field);
            Add(into, change.From);
            Add(into, change.To);
        }
    }

    private static void Add(ArrayBufferWriter<byte> into, IncomingPerson? person)
    {
        Add(into, person?.ExternalId);
        Add(into, person?.Name);
        Add(into, person?.Email);
    }

    private static void Add(ArrayBufferWriter<byte> into, string? text)
    {
        Add(into, text?.Length);
        if (text is null) return;
        var room = into.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length));
        into.Advance(Encoding.UTF8.GetBytes(text, room));
    }

    private static void Add(ArrayBufferWriter<byte> into, long? number)
    {
        var room = into.GetSpan(sizeof(byte) + sizeof(long));
        room[0] = number is null ? (byte)0 : (byte)1;
        BinaryPrimitives.WriteInt64LittleEndian(room[1..], number ?? 0);
        into.Advance(sizeof(byte) + sizeof(long));
    }

    private static long? Bit(bool? value) => value is { } bit ? (bit ? 1 : 0) : null;
}
