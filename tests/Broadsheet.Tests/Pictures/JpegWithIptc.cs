using System.Buffers.Binary;
using System.Text;

namespace Broadsheet.Tests.Pictures;

/// <summary>
/// A real JPEG (drawn by libvips) that carries what a photo agency writes into its files: IPTC, XMP and EXIF,
/// put together here byte by byte so that the reader is tried on segments that no library of ours wrote.
/// </summary>
public sealed class JpegWithIptc
{
    private readonly List<(byte Dataset, byte[] Value)> datasets = [];
    private readonly List<byte[]> segments = [];
    private byte[] picture = TestPicture.Jpeg(1600, 1067);
    private Encoding encoding = Encoding.UTF8;
    private bool announcesUtf8 = true;

    /// <summary>The story's picture of the main job: caption, day and a credit chain.</summary>
    public static byte[] Of(string caption, string byline, string credit, DateOnly takenOn, string? source = null) => new JpegWithIptc()
        .Caption(caption).Byline(byline).Credit(credit).Source(source).TakenOn(takenOn).Bytes();

    public JpegWithIptc Picture(byte[] jpeg) => Do(() => picture = jpeg);
    public JpegWithIptc Caption(string text) => Iptc(120, text);
    public JpegWithIptc Byline(string text) => Iptc(80, text);
    public JpegWithIptc Credit(string text) => Iptc(110, text);
    public JpegWithIptc Source(string? text) => text is null ? this : Iptc(115, text);
    public JpegWithIptc Headline(string text) => Iptc(105, text);
    public JpegWithIptc Copyright(string text) => Iptc(116, text);
    public JpegWithIptc Keyword(string text) => Iptc(25, text);
    public JpegWithIptc City(string text) => Iptc(90, text);
    public JpegWithIptc TakenOn(DateOnly day) => Iptc(55, day.ToString("yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Call before the texts: they are written in this encoding.</summary>
    public JpegWithIptc In(Encoding other, bool announced = false) => Do(() => (encoding, announcesUtf8) = (other, announced));

    public JpegWithIptc Xmp(string descriptions) => Do(() => segments.Add(Segment(0xE1, "http://ns.adobe.com/xap/1.0/\0", Encoding.UTF8.GetBytes($"""
        <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
          xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/">{descriptions}</rdf:Description></rdf:RDF></x:xmpmeta>
        """))));

    public JpegWithIptc Exif(byte[] tiff) => Do(() => segments.Add(Segment(0xE1, "Exif\0\0", tiff)));

    public byte[] Bytes()
    {
        using var file = new MemoryStream();
        file.Write(picture.AsSpan(0, 2));
        foreach (var segment in segments) file.Write(segment);
        if (datasets.Count > 0) file.Write(Segment(0xED, "Photoshop 3.0\0", ImageResource(Iim())));
        file.Write(picture.AsSpan(2));
        return file.ToArray();
    }

    private JpegWithIptc Iptc(byte dataset, string text)
    {
        datasets.Add((dataset, encoding.GetBytes(text)));
        return this;
    }

    private byte[] Iim()
    {
        using var iim = new MemoryStream();
        if (announcesUtf8) Dataset(iim, 1, 90, [0x1B, (byte)'%', (byte)'G']);
        foreach (var (dataset, value) in datasets) Dataset(iim, 2, dataset, value);
        return iim.ToArray();
    }

    private static void Dataset(MemoryStream iim, byte record, byte dataset, byte[] value)
    {
        iim.Write([0x1C, record, dataset, (byte)(value.Length >> 8), (byte)value.Length]);
        iim.Write(value);
    }

    private static byte[] ImageResource(byte[] iim)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, iim.Length);
        return [.. "8BIM"u8, 0x04, 0x04, 0, 0, .. length, .. iim, .. iim.Length % 2 == 1 ? [0] : Array.Empty<byte>()];
    }

    private static byte[] Segment(byte marker, string name, byte[] content)
    {
        byte[] all = [.. Encoding.ASCII.GetBytes(name), .. content];
        var length = all.Length + 2;
        return [0xFF, marker, (byte)(length >> 8), (byte)length, .. all];
    }

    private JpegWithIptc Do(Action change)
    {
        change();
        return this;
    }
}
