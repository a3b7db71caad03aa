using System.Text;
using SupportCopilot.Questions.Compiling;
using SupportCopilot.Questions.Parsing.Words;

namespace SupportCopilot.Questions.Values.Customers;

/// <summary>
/// Takes the people of a desk row by row: its agents, and its customers, of whom those that share their folded name with
/// nobody go into a table and the few others are told apart one by one.
/// </summary>
/// <param name="agents">The numbers of those that tickets are assigned to.</param>
/// <param name="asking">The numbers of those among them that ask as well.</param>
/// <param name="insiders">The sources of those who are no customers.</param>
internal sealed class GatherPeople(IReadOnlySet<long> agents, IReadOnlySet<long> asking, IReadOnlyCollection<string> insiders) : IValueSink
{
    private const int Source = 1, Name = 2, Email = 3;

    private readonly List<NamedPerson> _agents = [], _others = [];
    private readonly Letters _keys = new(), _names = new(), _addresses = new();
    private readonly List<long> _ids = [];
    private readonly List<byte> _sources = [];
    private readonly List<string> _knownSources = [];
    private readonly byte[][] _row = [[], [], [], []];
    private readonly int[] _lengths = new int[4];   // of the row's texts
    private byte[] _folded = new byte[64];
    private byte[] _lastSourceBytes = [];
    private string? _lastSource;
    private long _id;
    private bool _isOpen;

    /// <summary>What the statement's rows are: number, source, name, address.</summary>
    public const int Columns = 4;

    public IReadOnlyList<NamedPerson> Agents => _agents;

    public void Begin()
    {
        End();
        Array.Clear(_lengths);
        _isOpen = true;
    }

    public void Take(int column, long whole) => _id = whole;

    public void Take(int column, double real) => throw new NotSupportedException("A person has no such number.");

    public void Take(int column, ReadOnlySpan<byte> utf8)
    {
        if (_row[column].Length < utf8.Length) _row[column] = new byte[2 * utf8.Length];
        utf8.CopyTo(_row[column]);
        _lengths[column] = utf8.Length;
    }

    /// <summary>The customers, after the last row.</summary>
    /// <returns>The table, and those who share their folded name with somebody, or have none that is made of words.</returns>
    public (CustomerTable Table, IReadOnlyList<NamedPerson> Others) Finish()
    {
        End();
        _isOpen = false;
        var (ids, slots, shared) = (_ids.ToArray(), new int[SlotsFor(_ids.Count)], new HashSet<int>());
        for (var place = 0; place < _ids.Count; place++) Put(place);
        foreach (var place in shared)
        {
            _others.Add(Person(place));
            ids[place] = 0;
        }

        _others.Sort((a, b) => a.Id.CompareTo(b.Id));
        return (new CustomerTable(_keys.Trimmed(), _names.Trimmed(), ids, slots, Lengths()), _others);

        void Put(int place)
        {
            var key = _keys[place];
            for (var slot = CustomerTable.SlotOf(CustomerTable.HashOf(key), slots.Length); ; slot = (slot + 1) & (slots.Length - 1))
            {
                if (slots[slot] == 0)
                {
                    slots[slot] = place + 1;
                    return;
                }

                if (!_keys[slots[slot] - 1].SequenceEqual(key)) continue;
                shared.Add(slots[slot] - 1);
                shared.Add(place);
                return;
            }
        }
    }

    private void End()
    {
        var name = Bytes(Name);
        if (!_isOpen || name.Length == 0) return;
        var isAgent = agents.Contains(_id);
        if (isAgent) _agents.Add(new NamedPerson(_id, Text(Source) ?? "", Text(Name)!, Text(Email)));
        if (isAgent && !asking.Contains(_id) || insiders.Contains(Text(Source) ?? "")) return;

        var key = Key(name);
        if (key.Length == 0)
        {
            _others.Add(new NamedPerson(_id, Text(Source) ?? "", Text(Name)!, Text(Email)));
            return;
        }

        _keys.Add(key);
        _names.Add(name);
        _addresses.Add(Bytes(Email));
        _ids.Add(_id);
        _sources.Add(SourceOf(Text(Source) ?? ""));
    }

    /// <summary>A name folded; of plain words without a detour.</summary>
    private ReadOnlySpan<byte> Key(ReadOnlySpan<byte> name)
    {
        if (_folded.Length < name.Length) _folded = new byte[2 * name.Length];
        for (var i = 0; i < name.Length; i++)
        {
            var letter = name[i];
            var isGap = letter == ' ' && i > 0 && i < name.Length - 1 && name[i - 1] != ' ';
            if (!isGap && !char.IsAsciiLetterOrDigit((char)letter)) return Encoding.UTF8.GetBytes(WordReader.Key(Encoding.UTF8.GetString(name)));
            _folded[i] = (byte)char.ToLowerInvariant((char)letter);
        }

        return _folded.AsSpan(0, name.Length);
    }

    private NamedPerson Person(int place) =>
        new(_ids[place], _knownSources[_sources[place]], Encoding.UTF8.GetString(_names[place]), _addresses[place] is { Length: > 0 } address ? Encoding.UTF8.GetString(address) : null);

    private Dictionary<ulong, byte> Lengths()
    {
        var lengths = new Dictionary<ulong, byte>();
        for (var place = 0; place < _ids.Count; place++)
        {
            var key = _keys[place];
            var first = key.IndexOf((byte)' ') is > 0 and var space ? key[..space] : key;
            var words = (byte)Math.Min(byte.MaxValue, key.Count((byte)' ') + 1);
            ref var most = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(lengths, CustomerTable.HashOf(first), out _);
            most = Math.Max(most, words);
        }

        return lengths;
    }

    private byte SourceOf(string source)
    {
        var at = _knownSources.IndexOf(source);
        if (at >= 0) return (byte)at;
        _knownSources.Add(source);
        return checked((byte)(_knownSources.Count - 1));   // a handful of desks
    }

    private ReadOnlySpan<byte> Bytes(int column) => _row[column].AsSpan(0, _lengths[column]);

    private string? Text(int column) => _lengths[column] == 0 ? null : column == Source ? SourceText() : Encoding.UTF8.GetString(Bytes(column));

    // Rows of one desk follow one another.
    private string SourceText() => _lastSource is { } last && Bytes(Source).SequenceEqual(_lastSourceBytes) ? last : Remember();

    private string Remember()
    {
        _lastSourceBytes = Bytes(Source).ToArray();
        return _lastSource = Encoding.UTF8.GetString(_lastSourceBytes);
    }

    // A third of the slots at least stays free.
    private static int SlotsFor(int count) => (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(1, count + count / 2 + 1));
}
