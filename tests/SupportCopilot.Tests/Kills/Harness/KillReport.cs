using SupportCopilot.Storage;

namespace SupportCopilot.Tests.Kills.Harness;

/// <summary>What became of every digest after the kills.</summary>
/// <param name="Kills">How many processes were killed, by moment.</param>
/// <param name="Digests">How many digests were due.</param>
/// <param name="Done">Those that the ledger calls done.</param>
/// <param name="DoneButMissing">Of those, the ones that never arrived: none may be.</param>
/// <param name="LaterSent">Those that a killed process had meant and a later one sent or left unconfirmed.</param>
/// <param name="Unconfirmed">Those that are unconfirmed.</param>
/// <param name="UnconfirmedButArrived">Of those, the ones that had arrived.</param>
/// <param name="Shown">How many the list of unconfirmed ones shows.</param>
/// <param name="Doubled">Those that arrived more than once: none may be.</param>
/// <param name="Lost">Those that did not arrive and that nobody is shown: none may be.</param>
/// <param name="Open">Those that are still meant or being sent although the last run ended: none may be.</param>
public sealed record KillReport(
    IReadOnlyDictionary<Moment, int> Kills, int Digests, int Done, int DoneButMissing, int LaterSent, int Unconfirmed, int UnconfirmedButArrived, int Shown, int Doubled, int Lost, int Open)
{
    public static KillReport Of(
        IReadOnlyDictionary<Moment, int> kills, int laterSent, IReadOnlyList<(string Conversation, EffectState? State)> ledger, int shown, IReadOnlyDictionary<string, int> arrived)
    {
        int Count(Func<EffectState?, int, bool> which) => ledger.Count(row => which(row.State, arrived.GetValueOrDefault(row.Conversation)));
        return new(
            kills, ledger.Count,
            Count((state, _) => state is EffectState.Done), Count((state, times) => state is EffectState.Done && times == 0), laterSent,
            Count((state, _) => state is EffectState.Unconfirmed), Count((state, times) => state is EffectState.Unconfirmed && times > 0), shown,
            Count((_, times) => times > 1), Count((state, times) => times == 0 && state is not EffectState.Unconfirmed),
            Count((state, _) => state is EffectState.Meant or EffectState.Sending));
    }

    public override string ToString() =>
        $"{Kills.Values.Sum()} kills ({string.Join(", ", Kills.OrderBy(kill => kill.Key).Select(kill => $"{kill.Key} {kill.Value}"))}); {Digests} digests: {Done} done, {Unconfirmed} unconfirmed ({UnconfirmedButArrived} of them had arrived), "
        + $"{LaterSent} left by a killed process and taken on by the next; doubled {Doubled}, lost {Lost}, still open {Open}";
}
