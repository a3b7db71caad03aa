namespace SupportCopilot.Models;

/// <summary>The model servers of this deployment.</summary>
public interface IModelServers
{
    /// <summary>All that are set, in the order of the settings; the first is the one that is asked.</summary>
    IReadOnlyList<ModelServer> All { get; }
}

/// <summary>The servers while none is set: the embedded ways answer.</summary>
internal sealed class NoModelServers : IModelServers
{
    public IReadOnlyList<ModelServer> All => [];
}
