using System.Text;
using SupportCopilot.Models.Asking;
using SupportCopilot.Models.Ledger;
using SupportCopilot.Models.Routing;

namespace SupportCopilot.Models.Streaming;

/// <summary>
/// Text that is shown while it comes, each piece checked before. Until the first piece another server can take over; after it
/// a failure ends the text, and <see cref="Result"/> says so. It is read once.
/// </summary>
public sealed class ModelStream : IAsyncEnumerable<string>
{
    private readonly ModelTextRequest _request;
    private readonly AdmitQuestion _admit;
    private readonly StreamServer _stream;
    private readonly TimeProvider _clock;
    private readonly StringBuilder _shown = new();

    internal ModelStream(ModelTextRequest request, AdmitQuestion admit, StreamServer stream, TimeProvider clock)
    {
        (_request, _admit, _stream, _clock) = (request, admit, stream, clock);
        Result = new ModelResult<string>.Unavailable(ModelUse.None(request.Prompt), null);
    }

    /// <summary>What came of it, once the stream has ended: answered with the whole text as it was shown, or why it broke off. What was shown before stays true: it was checked.</summary>
    public ModelResult<string> Result { get; private set; }

    /// <summary>What was shown so far.</summary>
    public string Shown => _shown.ToString();

    /// <inheritdoc/>
    public async IAsyncEnumerator<string> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        var start = _clock.GetTimestamp();
        var admission = await _admit.RunAsync(_request, cancellationToken);
        Result = new ModelResult<string>.Unavailable(Result.Use, admission.RetryAfter, admission.Reason);
        var hidden = HideQuestion.Run(_request);
        foreach (var (at, server) in admission.Servers.Index())
        {
            using var time = new TimeShare(admission.Within - _clock.GetElapsedTime(start), at == admission.Servers.Count - 1, _clock, cancellationToken);
            var talk = _stream.Begin(server, hidden);
            var (mayCall, retryAfter) = await admission.Account!.TakeAsync(server.CostMicros, hidden.Prompt.Text.Length + hidden.Data.Length, 0, cancellationToken);
            if (!mayCall)
            {
                Result = new ModelResult<string>.Unavailable(Result.Use.And(talk.Use), retryAfter, "overBudget");
                continue;
            }

            var before = Result.Use;
            var outcome = ModelOutcome.Cancelled;   // who stops listening has paid for what came
            var pieces = _stream.RunAsync(server, hidden, talk, time.Token).GetAsyncEnumerator(time.Token);
            try
            {
                var (piece, end) = await NextAsync(pieces, hidden.Check, time);
                while (piece is not null)
                {
                    if (_shown.Length == 0) time.TakeAll();   // no other can take over from here on
                    _shown.Append(piece);
                    yield return piece;
                    (piece, end) = await NextAsync(pieces, hidden.Check, time);
                }

                outcome = end;
            }
            finally
            {
                await pieces.DisposeAsync();   // so that what it used is counted
                await admission.Account.CloseAsync(server.State().Version ?? server.Model, talk.Use, outcome, admission.IsTrial && at == 0);
                Result = Of(outcome, before.And(talk.Use));
            }

            if (_shown.Length > 0 || Result is ModelResult<string>.Answered or ModelResult<string>.Refused) yield break;
        }
    }

    /// <summary>The next piece that may be shown; at the end what came of it.</summary>
    private async Task<(string? Piece, ModelOutcome End)> NextAsync(IAsyncEnumerator<string> pieces, ModelTextCheck check, TimeShare time)
    {
        try
        {
            while (await pieces.MoveNextAsync())
            {
                var reading = check(Shown, pieces.Current);
                if (reading.Wrong is not null) return (null, ModelOutcome.Malformed);
                if (reading.Value is { Length: > 0 } shown) return (shown, default);
            }

            return (null, _shown.Length > 0 ? ModelOutcome.Answered : ModelOutcome.Malformed);
        }
        catch (OperationCanceledException) when (time.IsUp)
        {
            return (null, ModelOutcome.TimedOut);
        }
        catch (ModelServerException failed)
        {
            return (null, failed.Failure switch { ModelFailure.Refused => ModelOutcome.Refused, ModelFailure.Timeout => ModelOutcome.TimedOut, _ => ModelOutcome.Unavailable });
        }
    }

    private ModelResult<string> Of(ModelOutcome outcome, ModelUse use) => outcome switch
    {
        ModelOutcome.Answered => new ModelResult<string>.Answered(Shown, use),
        ModelOutcome.Malformed => new ModelResult<string>.Malformed(use),
        ModelOutcome.Refused => new ModelResult<string>.Refused(use),
        ModelOutcome.TimedOut => new ModelResult<string>.TimedOut(use),
        _ => new ModelResult<string>.Unavailable(use, null),
    };
}
