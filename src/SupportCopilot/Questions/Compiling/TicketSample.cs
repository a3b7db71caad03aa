using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SupportCopilot.Questions.Compiling;

/// <summary>
/// One ticket in so many, by its number. A polynomial of second degree over a prime field, with coefficients drawn for each
/// question, takes any three tickets independently of each other (Wegman and Carter, «New hash functions and their use in
/// authentication and set equality», 1981), so the sample is without bias, whatever order tickets came in, and its spread
/// is that of throws of a coin. The same question gets the same sample.
/// </summary>
internal sealed record TicketSample(int OneIn, long A, long B, long C)
{
    // The largest prime whose square, twice, still is a whole number of 64 bits.
    private const long Prime = int.MaxValue;

    /// <summary>The probability of each ticket to be in it.</summary>
    public double Share => (double)Bound / Prime;

    private long Bound => Prime / OneIn;

    /// <param name="seed">What the coefficients are drawn from, such as the question's plan.</param>
    /// <param name="oneIn">Of how many tickets one is taken.</param>
    public static TicketSample Of(string seed, int oneIn)
    {
        var drawn = SHA256.HashData(Encoding.UTF8.GetBytes(seed));
        long Draw(int at) => (long)(BinaryPrimitives.ReadUInt64LittleEndian(drawn.AsSpan(at)) % Prime);
        return new(oneIn, Draw(0), Draw(8), Draw(16));
    }

    /// <summary>Whether a ticket is in it, as a condition over the alias t.</summary>
    public string Condition(SqlValues values)
    {
        var prime = Prime.ToString(CultureInfo.InvariantCulture);
        var x = $"(t.Id % {prime})";
        return $"(({x} * {x}) % {prime} * {values.Add(A)} + {x} * {values.Add(B)} + {values.Add(C)}) % {prime} < {values.Add(Bound)}";
    }
}
