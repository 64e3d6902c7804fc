using System.Buffers.Binary;
using System.IO.Compression;
using NetVips;

namespace Broadsheet.Tests.Pictures;

/// <summary>Pictures that tests draw: red at the left, blue at the right, white at the top, so that a turn or a crop shows.</summary>
public static class TestPicture
{
    public static byte[] Jpeg(int width, int height) => Drawn(width, height).JpegsaveBuffer(q: 85);

    public static byte[] Png(int width, int height) => Drawn(width, height).PngsaveBuffer();

    public static byte[] Write(Func<Image, byte[]> save, int width = 600, int height = 400) => save(Drawn(width, height));

    public static Image Drawn(int width, int height)
    {
        using var blank = Image.Black(width, height, bands: 3);
        using var image = blank.Mutate(draw =>
        {
            draw.DrawRect([220, 20, 20], 0, 0, width / 2, height, fill: true);
            draw.DrawRect([20, 20, 220], width / 2, 0, width - (width / 2), height, fill: true);
            draw.DrawRect([255, 255, 255], 0, 0, width, height / 10, fill: true);
        });
        return image.Copy(interpretation: Enums.Interpretation.Srgb);
    }

    /// <summary>A PNG that claims to be this large: a header and a few bytes of zeros.</summary>
    public static byte[] PngBomb(int width, int height)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8;
        header[9] = 2;
        using var pixels = new MemoryStream();
        using (var zip = new ZLibStream(pixels, CompressionLevel.SmallestSize)) zip.Write(new byte[100_000]);
        return [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, .. Chunk("IHDR"u8, header), .. Chunk("IDAT"u8, pixels.ToArray()), .. Chunk("IEND"u8, [])];
    }

    private static byte[] Chunk(ReadOnlySpan<byte> name, byte[] content)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
        byte[] body = [.. name, .. content];
        var sum = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(sum, Crc(body));
        return [.. length, .. body, .. sum];
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++) crc = (crc >> 1) ^ ((crc & 1) == 1 ? 0xEDB88320 : 0);
        }
        return ~crc;
    }
}
