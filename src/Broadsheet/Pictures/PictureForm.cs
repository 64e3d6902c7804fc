using Broadsheet.Web.Fields;
using System.Globalization;
using Broadsheet.Editions;
using Broadsheet.Web;
using static Broadsheet.Web.Text;

namespace Broadsheet.Pictures;

/// <summary>What the picture's page asks, as typed.</summary>
public sealed record PictureForm
{
    public string Headline { get; init; } = "";
    public string Caption { get; init; } = "";
    public string AltText { get; init; } = "";
    public CreditKind CreditKind { get; init; }

    /// <summary>The chain as printed, with slashes.</summary>
    public string CreditNames { get; init; } = "";
    public string CreditCreator { get; init; } = "";
    public string CreditVia { get; init; } = "";
    public string TakenOn { get; init; } = "";
    public string Copyright { get; init; } = "";
    public string Place { get; init; } = "";
    public string Keywords { get; init; } = "";
    public string Licence { get; init; } = "";

    /// <summary>A day of the newsroom's clock.</summary>
    public string RightsEnd { get; init; } = "";
    public bool IsNotForRepublication { get; init; }
    public bool ShowsMinor { get; init; }
    public bool HasModelRelease { get; init; }
    public int FocalX { get; init; } = 50;
    public int FocalY { get; init; } = 50;
    public Guid Stamp { get; init; }

    /// <summary>The picture in the form is this wide, so that a click on it without script can be read as a place in the picture.</summary>
    public const int ShownWidth = 320;

    public static PictureForm Of(Picture picture, NewsroomClock clock) => new()
    {
        Headline = picture.Headline,
        Caption = picture.Caption,
        AltText = picture.AltText,
        CreditKind = picture.Credit.Kind,
        CreditNames = string.Join('/', picture.Credit.Names),
        CreditCreator = picture.Credit.Creator ?? "",
        CreditVia = picture.Credit.Via ?? "",
        TakenOn = picture.TakenOn is { } taken ? FieldDay.Of(taken) : "",
        Copyright = picture.Copyright,
        Place = picture.Place,
        Keywords = string.Join(", ", picture.Keywords),
        Licence = picture.Licence,
        RightsEnd = picture.RightsEnd is { } end ? FieldDay.Of(clock.DayOf(end)) : "",
        IsNotForRepublication = picture.IsNotForRepublication,
        ShowsMinor = picture.ShowsMinor,
        HasModelRelease = picture.HasModelRelease,
        FocalX = picture.FocalX,
        FocalY = picture.FocalY,
        Stamp = picture.Stamp,
    };

    public static PictureForm Read(IFormCollection form, Picture picture)
    {
        var shownHeight = ShownHeight(picture);
        return new()
        {
            Headline = Word(form, "Headline"),
            Caption = Word(form, "Caption"),
            AltText = Word(form, "AltText"),
            CreditKind = Enum.TryParse<CreditKind>(form["CreditKind"], out var kind) && Enum.IsDefined(kind) ? kind : CreditKind.Photographer,
            CreditNames = Word(form, "CreditNames"),
            CreditCreator = Word(form, "CreditCreator"),
            CreditVia = Word(form, "CreditVia"),
            TakenOn = Word(form, "TakenOn"),
            Copyright = Word(form, "Copyright"),
            Place = Word(form, "Place"),
            Keywords = Word(form, "Keywords"),
            Licence = Word(form, "Licence"),
            RightsEnd = Word(form, "RightsEnd"),
            IsNotForRepublication = form["IsNotForRepublication"] == "true",
            ShowsMinor = form["ShowsMinor"] == "true",
            HasModelRelease = form["HasModelRelease"] == "true",
            // An input of type image sends where it was clicked, in pixels of what was shown.
            FocalX = Number(form, "Focal.x") is { } x ? x * 100 / ShownWidth : Number(form, "FocalX") ?? picture.FocalX,
            FocalY = Number(form, "Focal.y") is { } y ? y * 100 / shownHeight : Number(form, "FocalY") ?? picture.FocalY,
            Stamp = Guid.TryParse(form["Stamp"], out var stamp) ? stamp : default,
        };
    }

    public static int ShownHeight(Picture picture) => Math.Max(1, (int)Math.Round((double)picture.Height * ShownWidth / picture.Width));

    public Problems Check(Picture picture)
    {
        var problems = new Problems();
        if (Stamp != picture.Stamp) problems.Add(T("picture.changedMeanwhile"));
        if (TakenOn.Length > 0 && Day is null) problems.Add(nameof(TakenOn), T("picture.takenOn.problem"));
        if (RightsEnd.Length > 0 && FieldDay.Read(RightsEnd) is null) problems.Add(nameof(RightsEnd), T("picture.takenOn.problem"));
        return problems;
    }

    public void WriteTo(Picture picture, NewsroomClock clock)
    {
        picture.Licence = Licence;
        picture.RightsEnd = FieldDay.Read(RightsEnd) is { } end ? clock.StartOf(end) : null;
        (picture.IsNotForRepublication, picture.ShowsMinor, picture.HasModelRelease) = (IsNotForRepublication, ShowsMinor, HasModelRelease);
        picture.Headline = Headline;
        picture.Caption = Caption;
        picture.AltText = AltText;
        picture.Credit = Credit;
        picture.TakenOn = Day;
        picture.Copyright = Copyright;
        picture.Place = Place;
        picture.Keywords = [.. Keywords.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        picture.FocusOn(FocalX, FocalY);
        picture.Remember();
    }

    /// <summary>A maker who is not in the chain yet goes before it: "Mary Smith" and "AP" print as "Mary Smith/AP".</summary>
    public Credit Credit
    {
        get
        {
            var names = CreditNames.Split('/', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToList();
            if (CreditCreator.Length > 0 && !names.Contains(CreditCreator, StringComparer.OrdinalIgnoreCase)) names.Insert(0, CreditCreator);
            return Credit.Of(CreditKind, names, CreditCreator, CreditVia);
        }
    }

    private DateOnly? Day => FieldDay.Read(TakenOn);

    private static string Word(IFormCollection form, string name) => form[name].ToString().ReplaceLineEndings("\n").Trim();

    private static int? Number(IFormCollection form, string name) =>
        double.TryParse(form[name], CultureInfo.InvariantCulture, out var number) ? (int)Math.Clamp(number, 0, 20_000) : null;
}
