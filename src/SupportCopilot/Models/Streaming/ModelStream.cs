using System.Text;
using SupportCopilot.Models.Asking;

namespace SupportCopilot.Models.Streaming;

/// <summary>
/// Text that is shown while it comes, each piece checked before. Until the first piece another server can take over; after it
/// a failure ends the text, and <see cref="Result"/> says so. It is read once.
/// </summary>
public sealed class ModelStream : IAsyncEnumerable<string>
{
    private readonly ModelTextRequest _request;
    private readonly IReadOnlyList<ModelServer> _servers;
    private readonly StreamServer _stream;
    private readonly TimeProvider _clock;
    private readonly StringBuilder _shown = new();

    internal ModelStream(ModelTextRequest request, IReadOnlyList<ModelServer> servers, StreamServer stream, TimeProvider clock)
    {
        (_request, _servers, _stream, _clock) = (request, servers, stream, clock);
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
        foreach (var (at, server) in _servers.Index())
        {
            using var time = new TimeShare(_request.Within - _clock.GetElapsedTime(start), at == _servers.Count - 1, _clock, cancellationToken);
            var talk = _stream.Begin(server, _request);
            var before = Result.Use;
            await using var pieces = _stream.RunAsync(server, _request, talk, time.Token).GetAsyncEnumerator(time.Token);
            var (piece, end) = await NextAsync(pieces, time);
            while (piece is not null)
            {
                _shown.Append(piece);
                yield return piece;
                (piece, end) = await NextAsync(pieces, time);
            }

            await pieces.DisposeAsync();   // so that what it used is counted
            Result = end!(before.And(talk.Use));
            if (_shown.Length > 0 || Result is ModelResult<string>.Answered or ModelResult<string>.Refused) yield break;
        }
    }

    /// <summary>The next piece that may be shown; at the end what came of it.</summary>
    private async Task<(string? Piece, Func<ModelUse, ModelResult<string>>? End)> NextAsync(IAsyncEnumerator<string> pieces, TimeShare time)
    {
        try
        {
            while (await pieces.MoveNextAsync())
            {
                var reading = _request.Check(Shown, pieces.Current);
                if (reading.Wrong is not null) return (null, use => new ModelResult<string>.Malformed(use));
                if (reading.Value is { Length: > 0 } shown) return (shown, null);
            }

            return (null, use => _shown.Length > 0 ? new ModelResult<string>.Answered(Shown, use) : new ModelResult<string>.Malformed(use));
        }
        catch (OperationCanceledException) when (time.IsUp)
        {
            return (null, use => new ModelResult<string>.TimedOut(use));
        }
        catch (ModelServerException failed)
        {
            return failed.Failure switch
            {
                ModelFailure.Refused => (null, use => new ModelResult<string>.Refused(use)),
                ModelFailure.Timeout => (null, use => new ModelResult<string>.TimedOut(use)),
                _ => (null, use => new ModelResult<string>.Unavailable(use, failed.RetryAfter)),
            };
        }
    }
}
