using System.Text.Json;

namespace Broadsheet.Pictures.Decoding;

/// <summary>
/// The far side of <see cref="PictureDecoder"/>: the same program, started as "broadsheet decode" with an empty environment.
/// Whatever a hostile file does to a decoder happens here, under limits, away from the paper and its database.
/// </summary>
public static class DecodeChild
{
    /// <summary>Reads one order from standard input, answers on standard output.</summary>
    public static int Run()
    {
        DecodeAnswer answer;
        try
        {
            var order = JsonSerializer.Deserialize(Console.In.ReadToEnd(), DecodeJson.Default.DecodeOrder)!;
            ChildLimits.Lower(order.MemoryBytes);
            answer = Follow(order);
        }
        catch (PictureRefusedException refused)
        {
            answer = new(refused.Problem, refused.Message, null);
        }
        catch (NetVips.VipsException broken)
        {
            answer = new(IsOutOfMemory(broken) ? PictureProblem.TooHeavy : PictureProblem.Damaged, broken.Message, null);
        }
        catch (OutOfMemoryException)
        {
            answer = new(PictureProblem.TooHeavy, null, null);
        }
        Console.Out.Write(JsonSerializer.Serialize(answer, DecodeJson.Default.DecodeAnswer));
        return 0;
    }

    private static DecodeAnswer Follow(DecodeOrder order)
    {
        if (order.Drawing is { } drawing) return Draw(drawing, order.File);
        Loaders.AllowOnly(order.Format);
        var facts = PictureInspector.Check(order.File, order.Format, order.Inspect);
        RenditionMaker.Make(order, facts);
        return new(null, null, order.Inspect ? facts : null);
    }

    // No stranger's file is opened: the loader of SVG is there for this order alone.
    private static DecodeAnswer Draw(string drawing, string file)
    {
        using var picture = NetVips.Image.SvgloadBuffer(System.Text.Encoding.UTF8.GetBytes(drawing));
        using var flat = picture.Flatten(background: [255.0, 255.0, 255.0]);
        flat.Pngsave(file, palette: true, keep: NetVips.Enums.ForeignKeep.None);
        return new(null, null, null);
    }

    private static bool IsOutOfMemory(NetVips.VipsException broken) =>
        broken.Message.Contains("out of memory", StringComparison.OrdinalIgnoreCase)
        || broken.Message.Contains("unable to allocate", StringComparison.OrdinalIgnoreCase)
        || broken.Message.Contains("insufficient memory", StringComparison.OrdinalIgnoreCase);
}
