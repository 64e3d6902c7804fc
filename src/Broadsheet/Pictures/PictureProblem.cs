using System.Text.Json.Serialization;

namespace Broadsheet.Pictures;

/// <summary>Why a picture is refused. The words for it are in the newsroom's strings under "pictures.problem.…".</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PictureProblem>))]
public enum PictureProblem
{
    Empty,
    NotAPicture,
    Heic,
    Svg,
    FileTooLarge,
    TooManyPixels,
    TooLongASide,
    Damaged,
    TooHeavy,
    TookTooLong,
}

public sealed class PictureRefusedException(PictureProblem problem, string detail = "")
    : Exception(detail.Length == 0 ? problem.ToString() : $"{problem}: {detail}")
{
    public PictureProblem Problem => problem;
}
