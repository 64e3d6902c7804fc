using System.Text.Json.Serialization;
using Broadsheet.Pictures.Metadata;

namespace Broadsheet.Pictures.Decoding;

/// <summary>What the child is told on its standard input: one file, what it is, and what to make of it.</summary>
internal sealed record DecodeOrder(string File, PictureFormat Format, bool Inspect, IReadOnlyList<RenditionOrder> Make, long MemoryBytes)
{
    /// <summary>An SVG of our own to be written to <see cref="File"/> as PNG; then nothing is decoded.</summary>
    public string? Drawing { get; init; }
}

/// <summary>
/// One file to write. Width is the wanted one; a smaller picture is not blown up. Shape is width over height,
/// null for the picture as it is; the focal point is in hundredths of width and height.
/// </summary>
internal sealed record RenditionOrder(string File, RenditionFormat Format, int Width, double? Shape, int FocalX, int FocalY);

/// <summary>What the child answers on its standard output.</summary>
internal sealed record DecodeAnswer(PictureProblem? Problem, string? Detail, PictureFacts? Facts);

/// <summary>Size as seen, after turning, and what the file says about itself.</summary>
public sealed record PictureFacts(int Width, int Height, bool IsTransparent, PictureMetadata Metadata);

[JsonSerializable(typeof(DecodeOrder))]
[JsonSerializable(typeof(DecodeAnswer))]
internal sealed partial class DecodeJson : JsonSerializerContext;
