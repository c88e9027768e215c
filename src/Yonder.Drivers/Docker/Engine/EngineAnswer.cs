namespace Yonder.Drivers.Docker.Engine;

/// <summary>An answer whose body is still coming. Disposing it hangs up.</summary>
internal sealed class EngineAnswer(HttpResponseMessage response, Stream body) : IDisposable
{
    public Stream Body => body;

    /// <summary>The first value of a header; <see langword="null"/> without it.</summary>
    public string? Header(string name) => response.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;

    public void Dispose()
    {
        body.Dispose();
        response.Dispose();
    }
}
