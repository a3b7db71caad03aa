namespace SupportCopilot.Models;

/// <summary>The model servers of this deployment.</summary>
public interface IModelServers
{
    /// <summary>All that are set, in the order of the settings.</summary>
    IReadOnlyList<ModelServer> All { get; }

    /// <summary>The one that makes vectors of texts; null where none is set.</summary>
    ModelEmbedder? Embedder { get; }
}

/// <summary>The servers while none is set: the embedded ways answer.</summary>
internal sealed class NoModelServers : IModelServers
{
    public IReadOnlyList<ModelServer> All => [];

    public ModelEmbedder? Embedder => null;
}
