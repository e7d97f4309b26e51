using System.Reflection;

namespace PlaceSufficiency.Scenarios.Tests;

public class ScaffoldTests
{
    [Fact]
    public void The_assembly_under_test_is_beside_the_tests_and_targets_this_runtime()
    {
        var assembly = Assembly.Load("PlaceSufficiency.Scenarios");

        var target = assembly.GetCustomAttribute<System.Runtime.Versioning.TargetFrameworkAttribute>();
        Assert.Equal($".NETCoreApp,Version=v{Environment.Version.Major}.0", target?.FrameworkName);
    }
}
