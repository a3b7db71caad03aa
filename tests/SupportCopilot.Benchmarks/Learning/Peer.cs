namespace SupportCopilot.Benchmarks.Learning;

/// <summary>Prints the peer's figures under ours.</summary>
internal static class Peer
{
    public static void Print(IReadOnlyList<Figures>? figures)
    {
        if (figures is null) Console.WriteLine("skipped the peer: /usr/bin/python3 with scikit-learn is not there");
        else
        {
            Console.WriteLine($"scikit-learn LinearSVC, no class weights: {figures[0]}");
            Console.WriteLine($"scikit-learn LinearSVC, balanced:         {figures[1]}");
        }
    }
}
