namespace Yonder.Bench.Workloads;

/// <summary>Checks that lines <c>#00000001</c>, <c>#00000002</c> … come once each and in order, however they are cut into pieces.</summary>
internal sealed class NumberedLines(int last)
{
    private int _expected = 1;
    private int _number;
    private int _digits = -1;

    public int Wrong { get; private set; }

    public bool IsDone => _expected > last;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
        {
            if (value is (byte)'#')
            {
                (_number, _digits) = (0, 0);
            }
            else if (_digits >= 0 && value is >= (byte)'0' and <= (byte)'9')
            {
                _number = (_number * 10) + (value - '0');
                _digits++;
            }
            else
            {
                Finish();
            }
        }
    }

    private void Finish()
    {
        if (_digits is 8)
        {
            Wrong += _number == _expected ? 0 : 1;
            _expected = _number + 1;
        }

        _digits = -1;
    }
}
