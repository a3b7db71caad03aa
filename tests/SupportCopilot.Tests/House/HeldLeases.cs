using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Storage;

namespace SupportCopilot.Tests.House;

/// <summary>A dead holder's work is free after four seconds here, however long its steps may take.</summary>
public sealed class HeldLeases : IAsyncLifetime
{
    private readonly Product _product = Product.With("SupportCopilot:Leases:TakeOverAfterSeconds=4");

    private Leases Leases => _product.Services.GetRequiredService<Leases>();

    [Fact]
    public async Task Stay_with_a_holder_that_lives()
    {
        await using var held = await Leases.TryTakeAsync("lives", TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        await Task.Delay(TimeSpan.FromSeconds(6), TestContext.Current.CancellationToken);

        Assert.Null(await Leases.TryTakeAsync("lives", TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken));
        await held!.RenewAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Leave_a_holder_that_hangs()
    {
        await using var hangs = await Leases.TryTakeAsync("hangs", TimeSpan.FromSeconds(6), TestContext.Current.CancellationToken);
        await Task.Delay(TimeSpan.FromSeconds(7), TestContext.Current.CancellationToken);

        await using var next = await Leases.TryTakeAsync("hangs", TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        Assert.NotNull(next);
        await Assert.ThrowsAsync<LeaseLostException>(() => hangs!.RenewAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Are_free_soon_after_a_holder_died()
    {
        await using var held = await Leases.TryTakeAsync("dies", TimeSpan.FromHours(1), TestContext.Current.CancellationToken);
        var left = await _product.DatabaseAsync(db => Task.FromResult(db.Leases.Single(lease => lease.Name == "dies").ExpiresAt)) - TimeProvider.System.GetUtcNow().UtcDateTime;

        Assert.True(left <= TimeSpan.FromSeconds(4), $"{left}");   // all that a process leaves behind that is no more
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _product.DisposeAsync();
}
