namespace SupportCopilot.Questions.Background;

/// <summary>Those who work in the background of this process. Where there are none, such as beside a command, another process finds the rows.</summary>
public interface IBackgroundWorkers
{
    /// <summary>Tells them that a tenant has work that is on disk now.</summary>
    void Wake(int tenantId);
}

/// <summary>A process that answers and does not work in the background.</summary>
internal sealed class NoBackgroundWorkers : IBackgroundWorkers
{
    public void Wake(int tenantId)
    {
    }
}
