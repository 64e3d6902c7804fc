using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Broadsheet.Print.Pdf;

/// <summary>The objects of a PDF file (ISO 32000-1, 7.5), numbered from 1, and their writing.</summary>
internal sealed class PdfFile
{
    private readonly List<byte[]?> objects = [];

    /// <summary>A number for an object that others name before it is written.</summary>
    public int Reserve()
    {
        objects.Add(null);
        return objects.Count;
    }

    public int Add(string content)
    {
        var number = Reserve();
        Put(number, content);
        return number;
    }

    public void Put(int number, string content) => objects[number - 1] = Encoding.Latin1.GetBytes(content);

    /// <param name="entries">What stands in the stream's dictionary beside its length and filter.</param>
    public int AddStream(byte[] content, string entries = "", bool compress = true)
    {
        var body = compress ? Compress(content) : content;
        var head = $"<<{entries}{(compress ? "/Filter/FlateDecode" : "")}/Length {body.Length}>>\nstream\n";
        objects.Add([.. Encoding.Latin1.GetBytes(head), .. body, .. "\nendstream"u8]);
        return objects.Count;
    }

    public byte[] Save(int catalog, int information)
    {
        using var file = new MemoryStream();
        Write(file, "%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");
        var places = new List<long>();
        for (var i = 0; i < objects.Count; i++)
        {
            places.Add(file.Position);
            Write(file, $"{i + 1} 0 obj\n");
            file.Write(objects[i] ?? throw new InvalidOperationException($"Object {i + 1} was promised and not written."));
            Write(file, "\nendobj\n");
        }

        // Named by what it holds, so that the same sheet gives the same bytes.
        var id = Convert.ToHexString(SHA256.HashData(file.ToArray())[..16]);
        var table = file.Position;
        Write(file, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var place in places) Write(file, place.ToString("0000000000", CultureInfo.InvariantCulture) + " 00000 n \n");
        Write(file, $"trailer\n<</Size {objects.Count + 1}/Root {catalog} 0 R/Info {information} 0 R/ID[<{id}><{id}>]>>\nstartxref\n{table}\n%%EOF\n");
        return file.ToArray();
    }

    /// <summary>A text for people: UTF-16 in hexadecimal, which needs no escapes.</summary>
    public static string Text(string text) => $"<FEFF{Hex(text)}>";

    public static string Hex(string text) => Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text));

    public static string Number(double number) => number.ToString("0.###", CultureInfo.InvariantCulture);

    private static byte[] Compress(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal)) zlib.Write(content);
        return packed.ToArray();
    }

    private static void Write(Stream file, string text) => file.Write(Encoding.Latin1.GetBytes(text));
}
