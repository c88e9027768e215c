namespace Yonder.Runtimes.Provisioning;

/// <summary>One step of making a runtime.</summary>
/// <param name="Stage">The step.</param>
/// <param name="Message">For people, e.g. <c>Pulling ubuntu:24.04, 3 of 5 layers</c>.</param>
/// <param name="Fraction">How much of this step is done, 0 to 1; <see langword="null"/> when unknown.</param>
public sealed record ProvisionProgress(ProvisionStage Stage, string Message, double? Fraction = null);
