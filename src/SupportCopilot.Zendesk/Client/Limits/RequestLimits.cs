namespace SupportCopilot.Zendesk.Client.Limits;

/// <summary>The limits of one connection.</summary>
internal sealed class RequestLimits
{
    /// <summary>Waits for a request's turn.</summary>
    public ValueTask<Place> WaitAsync(ZendeskRequest request, TimeSpan longest, CancellationToken ct) => ValueTask.FromResult(new Place());

    /// <summary>A place under the limits.</summary>
    internal sealed class Place : IDisposable
    {
        /// <summary>Takes in what the answer says of the limits.</summary>
        public void Learn(HttpResponseMessage answer) { }

        public void Dispose() { }
    }
}
