namespace Yonder.Cli.Commands.Cp;

/// <summary>Adds up what many files tell.</summary>
internal sealed class CopyMeter
{
    private long _done;

    public long Total { get; private set; }

    public long Done => Volatile.Read(ref _done);

    public void Begin(long total) => Total = total;

    public void Add(long bytes) => Interlocked.Add(ref _done, bytes);

    public IProgress<long> ForFile() => new FileMeter(this);

    private sealed class FileMeter(CopyMeter meter) : IProgress<long>
    {
        private long _told;

        public void Report(long value)
        {
            meter.Add(value - _told);
            _told = value;
        }
    }
}
