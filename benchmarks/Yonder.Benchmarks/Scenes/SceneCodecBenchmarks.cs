using System.Buffers;
using System.Numerics;
using BenchmarkDotNet.Attributes;
using Yonder.Protocol.Scenes.Elements;
using Yonder.Protocol.Scenes.Elements.Data;
using Yonder.Protocol.Scenes.Packing;

namespace Yonder.Benchmarks.Scenes;

/// <summary>Encoding and decoding of what scenes send most, with what it allocates.</summary>
[MemoryDiagnoser]
public class SceneCodecBenchmarks
{
    private readonly ArrayBufferWriter<byte> _output = new(64 << 20);
    private readonly Vector3[] _points = [.. Enumerable.Range(0, 1 << 20).Select(i => new Vector3(i, i * 0.5f, -i))];
    private readonly Half[] _halves = new Half[3 << 20];
    private byte[] _small = [];

    [GlobalSetup]
    public void SetUp()
    {
        EncodeSmall();
        _small = _output.WrittenSpan.ToArray();
    }

    [Benchmark]
    public int EncodeSmall()
    {
        _output.ResetWrittenCount();
        var writer = new PackWriter(_output);
        writer.WriteMapHeader(3);
        writer.WriteText("ts"u8);
        writer.Write(1795221465201L);
        writer.WriteText("etype"u8);
        writer.Write("SET_POSITION");
        writer.WriteText("value"u8);
        writer.WriteMapHeader(1);
        writer.WriteText("position"u8);
        writer.Write(new Vector3(1, 0.5f, 0.25f));
        writer.Flush();
        return _output.WrittenCount;
    }

    [Benchmark]
    public Vector3 DecodeSmall() => PackedValue.Parse(_small)["value"]["position"].AsVector3();

    [Benchmark]
    public int EncodeCloudOfHalves() => Encode(new PointCloud { Key = "cloud", Vertices = (ReadOnlyMemory<Half>)_halves });

    [Benchmark]
    public int EncodeCloudOfVectors() => Encode(new PointCloud { Key = "cloud", Vertices = _points });

    [Benchmark(Baseline = true)]
    public int CopyOfHalves()
    {
        _output.ResetWrittenCount();
        _output.Write(System.Runtime.InteropServices.MemoryMarshal.AsBytes<Half>(_halves));
        return _output.WrittenCount;
    }

    private int Encode(SceneElement element)
    {
        _output.ResetWrittenCount();
        var writer = new PackWriter(_output);
        element.Write(ref writer);
        writer.Flush();
        return _output.WrittenCount;
    }
}
