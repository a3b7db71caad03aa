using System.Runtime.CompilerServices;

namespace SupportCopilot.Tests;

/// <summary>What holds for every host of the tests, in this process and in those that it starts.</summary>
internal static class Surroundings
{
    [ModuleInitializer]
    internal static void Set()
    {
        // A host that watches its settings' files holds one of the user's 128 watches, and hundreds of hosts live side by side.
        Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");
    }
}
