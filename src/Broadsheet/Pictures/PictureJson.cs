namespace Broadsheet.Pictures;

/// <summary>A picture as the editor, its picker and the API are told of it.</summary>
public sealed record PictureJson(
    Guid Id, string FileName, int Width, int Height, string Thumbnail, string Url, string Caption, string AltText,
    string Credit, bool HasCredit, DateOnly? TakenOn, string Page)
{
    public static PictureJson Of(Picture picture)
    {
        var view = PictureView.Of(picture, "en");
        return new(picture.PublicId, picture.FileName, picture.Width, picture.Height, $"/pictures/{picture.Key}/320.jpg", view.Url,
            picture.Caption, picture.AltText, view.Credit, picture.HasCredit, picture.TakenOn, $"/newsroom/pictures/{picture.Id}");
    }
}

/// <summary>What became of one file of an upload: a picture, new or known, or the reason why not.</summary>
public sealed record UploadedJson(string FileName, PictureJson? Picture, bool WasHere, string? Problem);
