using System.Text;

namespace Yonder.Drivers.Posix;

/// <summary>Reads what a script says on its standard error; the end of it is what counts, and no more than that is kept.</summary>
internal static class PosixErrorText
{
    private const int Kept = 4096;

    public static async Task<string> ReadAsync(Stream error, CancellationToken cancellationToken)
    {
        var buffer = new byte[Kept * 2];
        var filled = 0;
        int read;
        while ((read = await error.ReadAsync(buffer.AsMemory(filled), cancellationToken)) > 0)
        {
            filled += read;
            if (filled > Kept)
            {
                buffer.AsSpan(filled - Kept, Kept).CopyTo(buffer);
                filled = Kept;
            }
        }

        return Encoding.UTF8.GetString(buffer, 0, filled);
    }
}
