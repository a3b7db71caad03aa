using System.Globalization;

namespace SupportCopilot.Benchmarks.Learning;

/// <summary>What a peer scored.</summary>
internal sealed record Figures(double Accuracy, double MacroF1, double Seconds)
{
    public static Figures Parse(string line)
    {
        var parts = Array.ConvertAll(line.Split(' '), p => double.Parse(p, CultureInfo.InvariantCulture));
        return new Figures(parts[0], parts[1], parts[2]);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"accuracy {Accuracy:0.0000}, macro-F1 {MacroF1:0.0000}, {Seconds:0.0} s");
}
