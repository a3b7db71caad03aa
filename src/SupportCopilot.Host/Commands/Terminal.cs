using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Spectre.Console;

namespace SupportCopilot.Host.Commands;

/// <summary>What a command says: a progress bar and words for people, JSON alone for machines.</summary>
internal sealed class Terminal(bool isJson)
{
    private readonly IAnsiConsole _console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Out) });

    /// <summary>Runs long work under a progress bar; progress is a share between 0 and 1. Machines and pipes get no bar.</summary>
    public async Task<T> ProgressAsync<T>(string title, Func<IProgress<double>, Task<T>> work)
    {
        if (isJson || !_console.Profile.Capabilities.Interactive) return await work(new Share(_ => { }));
        return await _console.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async bar =>
            {
                var task = bar.AddTask(Markup.Escape(title), maxValue: 1);
                var result = await work(new Share(share => task.Value = share));
                task.Value = 1;
                return result;
            });
    }

    /// <summary>The same, with words beside the bar that tell more than a share.</summary>
    public async Task<T> ProgressAsync<T>(string title, Func<IProgress<(double? Share, string Words)>, Task<T>> work)
    {
        if (isJson || !_console.Profile.Capabilities.Interactive) return await work(new Told(_ => { }));
        return await _console.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn())
            .StartAsync(async bar =>
            {
                var task = bar.AddTask(Markup.Escape(title), maxValue: 1);
                var result = await work(new Told(told =>
                {
                    task.IsIndeterminate = told.Share is null;
                    task.Value = told.Share ?? 0;
                    task.Description = Markup.Escape($"{title}: {told.Words}");
                }));
                task.IsIndeterminate = false;
                task.Value = 1;
                return result;
            });
    }

    /// <summary>A line for people; machines are spared.</summary>
    public void Say(string text)
    {
        if (!isJson) _console.WriteLine(text);
    }

    /// <summary>A table for people; machines are spared.</summary>
    public void Show(Table table)
    {
        if (!isJson) _console.Write(table);
    }

    /// <summary>The result for machines.</summary>
    public void Result<T>(T result, JsonTypeInfo<T> type)
    {
        if (isJson) Console.Out.WriteLine(JsonSerializer.Serialize(result, type));
    }

    /// <summary>A text as it is, for whatever reads it next.</summary>
    public static void Print(string text) => Console.Out.Write(text);

    /// <summary>What went wrong and what to do, on the error stream.</summary>
    /// <returns>The exit code to end with.</returns>
    public static int Fail(string text, int exitCode = 1)
    {
        Console.Error.WriteLine(text);
        return exitCode;
    }

    /// <summary>Reports on the spot: <see cref="Progress{T}"/> would hop to other threads and arrive late.</summary>
    private sealed class Told(Action<(double? Share, string Words)> report) : IProgress<(double? Share, string Words)>
    {
        public void Report((double? Share, string Words) value) => report(value);
    }

    /// <inheritdoc cref="Told"/>
    private sealed class Share(Action<double> report) : IProgress<double>
    {
        public void Report(double value) => report(value);
    }
}
