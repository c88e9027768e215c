namespace Yonder.Tests.Drivers.Local;

/// <summary>A driver that finds processes by their mark, as where control groups are not writable.</summary>
public sealed class LocalHostWithoutGroupsFixture : LocalHostFixture
{
    protected override bool UsesGroups => false;
}
