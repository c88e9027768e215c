using System.Text;
using Yonder.Gateway.Features.Terminals.Wire;
using Yonder.Runtimes.Terminals;

namespace Yonder.Gateway.Tests.Features.Terminals;

public sealed class ControlFrameTests
{
    [Theory]
    [InlineData("""{"type":"resize","cols":120,"rows":40}""")]
    [InlineData("""{"cols":120,"rows":40,"type":"resize"}""")]
    [InlineData(""" { "rows" : 40, "extra": {"type":"input"}, "cols" : 120, "type" : "resize" } """)]
    public void A_resize_is_read_whatever_the_order_of_its_fields(string message)
        => Parse(message).ShouldBe(new ControlFrame(ControlKind.Resize, Data: null, new TerminalSize(120, 40)));

    [Theory]
    [InlineData("""{"type":"resize","cols":0,"rows":0}""")]
    [InlineData("""{"type":"resize","cols":-5,"rows":40}""")]
    [InlineData("""{"type":"resize","cols":"wide","rows":[1,2]}""")]
    [InlineData("""{"type":"resize","cols":99999999999,"rows":40}""")]
    [InlineData("""{"type":"resize"}""")]
    public void A_resize_to_what_no_terminal_can_be_has_no_size(string message)
        => Parse(message).ShouldBe(new ControlFrame(ControlKind.Resize, Data: null, Size: null));

    [Fact]
    public void Input_is_unescaped()
        => Parse("""{"type":"input","data":"l\u0073 \"x\"\r\ud83d\ude80"}""").ShouldBe(new ControlFrame(ControlKind.Input, "ls \"x\"\r🚀", Size: null));

    [Theory]
    [InlineData("""{"a":1}""")]
    [InlineData("""{"type":"unknown"}""")]
    [InlineData("""{"type":7}""")]
    [InlineData("""{"type":"ping"} and more""")]
    [InlineData("""{"type":"ping""")]
    [InlineData("null")]
    [InlineData("[{\"type\":\"ping\"}]")]
    [InlineData("ls -la\n")]
    [InlineData("")]
    [InlineData("""{"type":"\ud800"}""")]
    public void Everything_else_is_typing(string message) => Parse(message).ShouldBeNull();

    [Fact]
    public void A_document_nested_too_deeply_is_typing_and_no_failure()
        => Parse($"{{\"data\":{new string('[', 5000)}").ShouldBeNull();

    private static ControlFrame? Parse(string message) => ControlFrame.TryParse(Encoding.UTF8.GetBytes(message));
}
