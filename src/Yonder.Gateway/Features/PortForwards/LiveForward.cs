using Yonder.Gateway.Features.PortForwards.Tunnels;

namespace Yonder.Gateway.Features.PortForwards;

/// <summary>A forward and its listener.</summary>
/// <param name="Record">As it was asked for.</param>
/// <param name="Tunnel">What listens; <see langword="null"/> when it cannot.</param>
/// <param name="Error">Why it cannot.</param>
internal sealed record LiveForward(PortForwardRecord Record, TcpTunnel? Tunnel, string? Error);
