using System.Buffers.Binary;

namespace Broadsheet.Tests.Pictures;

/// <summary>A TIFF block as a telephone writes it: how the picture lies, and where it was taken.</summary>
internal static class ExifBlock
{
    public static byte[] With(ushort orientation, bool gps = true)
    {
        var block = new byte[8 + 2 + (12 * 2) + 4 + 2 + (12 * 4) + 4 + 48];
        "II*\0"u8.CopyTo(block);
        Int(block, 4, 8);
        Short(block, 8, 2);
        Entry(block, 10, 0x0112, 3, 1, orientation);
        const int gpsAt = 38, valuesAt = gpsAt + 2 + (12 * 4) + 4;
        Entry(block, 22, 0x8825, 4, 1, gpsAt);
        if (!gps) Short(block, 8, 1);
        Short(block, gpsAt, 4);
        Entry(block, gpsAt + 2, 1, 2, 2, 'N');
        Entry(block, gpsAt + 14, 2, 5, 3, valuesAt);
        Entry(block, gpsAt + 26, 3, 2, 2, 'E');
        Entry(block, gpsAt + 38, 4, 5, 3, valuesAt + 24);
        int[] degrees = [31, 1, 46, 1, 41, 1, 35, 1, 12, 1, 49, 1];
        for (var i = 0; i < degrees.Length; i++) Int(block, valuesAt + (4 * i), degrees[i]);
        return block;
    }

    private static void Entry(byte[] block, int at, ushort tag, ushort type, int count, int value)
    {
        Short(block, at, tag);
        Short(block, at + 2, type);
        Int(block, at + 4, count);
        Int(block, at + 8, value);
    }

    private static void Short(byte[] block, int at, ushort value) => BinaryPrimitives.WriteUInt16LittleEndian(block.AsSpan(at), value);

    private static void Int(byte[] block, int at, int value) => BinaryPrimitives.WriteInt32LittleEndian(block.AsSpan(at), value);
}
