using Yonder.Runtimes.Journals;

namespace Yonder.Runtimes.Keeper;

/// <summary>One viewer's reading of a kept program's output. Disposing it is leaving: the program no longer waits for this viewer.</summary>
/// <remarks>For one reader: one call at a time, except for the two ways of closing, which may end a waiting read.</remarks>
public interface IKeptReader : IDisposable
{
    /// <summary>Gets the absolute offset of the next byte to read.</summary>
    long Position { get; }

    /// <summary>Waits until there is something to read and answers with it in place; nothing counts as read before <see cref="Advance"/>. At the end the program is gone and everything it printed has been read.</summary>
    /// <exception cref="ObjectDisposedException">The reader was closed, or taken over by the same viewer's next attachment.</exception>
    ValueTask<ByteRead> ReadAsync(CancellationToken cancellationToken = default);

    /// <summary>Counts the first <paramref name="count"/> bytes of the last read as read; the others come again.</summary>
    void Advance(int count);

    /// <summary>Closes the reader of a viewer that was cut off: for <paramref name="grace"/> the program still waits for it to attach again under its name.</summary>
    void Abandon(TimeSpan grace);
}
