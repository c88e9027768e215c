using Yonder.Drivers.Docker.Provisioning;

namespace Yonder.Tests.Drivers.Docker;

/// <summary>The names of images.</summary>
public sealed class ImageReferenceTests
{
    [Theory]
    [InlineData("ubuntu", "ubuntu", "latest")]
    [InlineData("ubuntu:24.04", "ubuntu", "24.04")]
    [InlineData("library/ubuntu:24.04", "library/ubuntu", "24.04")]
    [InlineData("localhost:5000/team/app", "localhost:5000/team/app", "latest")]
    [InlineData("registry.example.com/a/b_c/d-e:v1", "registry.example.com/a/b_c/d-e", "v1")]
    [InlineData("a@sha256:0123456789012345678901234567890123456789012345678901234567890123", "a", "sha256:0123456789012345678901234567890123456789012345678901234567890123")]
    public void A_reference_is_taken_apart(string text, string name, string tag)
        => ImageReference.Parse(text).ShouldBe(new ImageReference(name, tag));

    [Theory]
    [InlineData("")]
    [InlineData("Ubuntu")]
    [InlineData("a b")]
    [InlineData("a:")]
    [InlineData("../a")]
    [InlineData("a?b=c")]
    [InlineData("a:b:c")]
    [InlineData("http://a/b")]
    public void What_is_no_reference_is_refused(string text) => ImageReference.Parse(text).ShouldBeNull();
}
