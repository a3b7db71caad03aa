using System.Reflection;
using System.Text;

namespace SupportCopilot.Tests;

/// <summary>Runs the program with arguments, in-process, and keeps what it printed.</summary>
public sealed record CommandRun(int ExitCode, string Output, string Error)
{
    private static readonly AsyncLocal<(StringBuilder Out, StringBuilder Error)?> Current = new();

    static CommandRun()
    {
        Console.SetOut(TextWriter.Synchronized(new Routed(Console.Out, captured => captured.Out)));
        Console.SetError(TextWriter.Synchronized(new Routed(Console.Error, captured => captured.Error)));
    }

    public static async Task<CommandRun> OfAsync(params string[] args)
    {
        var captured = (Out: new StringBuilder(), Error: new StringBuilder());
        Current.Value = captured;
        try
        {
            var main = typeof(Program).GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public).Single(m => m.Name == "<Main>$");
            var code = main.Invoke(null, [args]) switch
            {
                Task<int> running => await running,
                int done => done,
                var other => throw new InvalidOperationException($"The program's entry point gave {other}."),
            };
            return new(code, captured.Out.ToString(), captured.Error.ToString());
        }
        finally
        {
            Current.Value = null;
        }
    }

    /// <summary>What a run prints goes to that run, whatever runs beside it; the rest goes where it went before.</summary>
    private sealed class Routed(TextWriter otherwise, Func<(StringBuilder Out, StringBuilder Error), StringBuilder> pick) : TextWriter
    {
        public override Encoding Encoding => otherwise.Encoding;

        public override void Write(char value)
        {
            if (Current.Value is { } captured)
            {
                var to = pick(captured);
                lock (to) to.Append(value);
            }
            else
            {
                otherwise.Write(value);
            }
        }
    }
}
