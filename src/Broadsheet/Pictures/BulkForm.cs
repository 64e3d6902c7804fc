using Broadsheet.Web.Fields;
using Broadsheet.Editions;
using Broadsheet.Web;
using static Broadsheet.Web.Text;

namespace Broadsheet.Pictures;

/// <summary>One thing that a bulk edit changes in one picture.</summary>
public sealed record BulkChange(string Label, string From, string To);

/// <summary>What is changed in many pictures at once. What is left empty stays as it is in each.</summary>
public sealed record BulkForm
{
    public string CreditLine { get; init; } = "";
    public string Licence { get; init; } = "";
    public string RightsEnd { get; init; } = "";
    public string TakenOn { get; init; } = "";
    public string Place { get; init; } = "";
    public string Copyright { get; init; } = "";

    /// <summary>Added to each picture's own.</summary>
    public string Keywords { get; init; } = "";

    /// <summary>"yes", "no", or empty: as it is.</summary>
    public string Closed { get; init; } = "";
    public string Minor { get; init; } = "";
    public string Release { get; init; } = "";

    public static BulkForm Read(IFormCollection form) => new()
    {
        CreditLine = form["CreditLine"].ToString().Trim(),
        Licence = form["Licence"].ToString().Trim(),
        RightsEnd = form["RightsEnd"].ToString().Trim(),
        TakenOn = form["TakenOn"].ToString().Trim(),
        Place = form["Place"].ToString().Trim(),
        Copyright = form["Copyright"].ToString().Trim(),
        Keywords = form["Keywords"].ToString().Trim(),
        Closed = form["Closed"].ToString(),
        Minor = form["Minor"].ToString(),
        Release = form["Release"].ToString(),
    };

    public Problems Check()
    {
        var problems = new Problems();
        if (RightsEnd.Length > 0 && FieldDay.Read(RightsEnd) is null) problems.Add(nameof(RightsEnd), T("picture.takenOn.problem"));
        if (TakenOn.Length > 0 && FieldDay.Read(TakenOn) is null) problems.Add(nameof(TakenOn), T("picture.takenOn.problem"));
        if (CreditLine.Length > 0 && !Credit.Parse(CreditLine).IsGiven) problems.Add(nameof(CreditLine), T("pictures.bulk.credit.problem"));
        if (this == new BulkForm()) problems.Add(T("pictures.bulk.nothing"));
        return problems;
    }

    /// <summary>What it changes in a picture; done to the picture itself, which is saved only by who means it.</summary>
    public IReadOnlyList<BulkChange> WriteTo(Picture picture, NewsroomClock clock)
    {
        var before = Said(picture, clock);
        if (CreditLine.Length > 0) picture.Credit = Credit.Parse(CreditLine);
        if (Licence.Length > 0) picture.Licence = Licence;
        if (FieldDay.Read(RightsEnd) is { } end) picture.RightsEnd = clock.StartOf(end);
        if (FieldDay.Read(TakenOn) is { } taken) picture.TakenOn = taken;
        if (Place.Length > 0) picture.Place = Place;
        if (Copyright.Length > 0) picture.Copyright = Copyright;
        if (Keywords.Length > 0) picture.Keywords = [.. picture.Keywords.Concat(Keywords.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.OrdinalIgnoreCase)];
        if (Closed.Length > 0) picture.IsNotForRepublication = Closed == "yes";
        if (Minor.Length > 0) picture.ShowsMinor = Minor == "yes";
        if (Release.Length > 0) picture.HasModelRelease = Release == "yes";
        return [.. before.Zip(Said(picture, clock), (old, now) => new BulkChange(old.Label, old.Words, now.Words)).Where(change => change.From != change.To)];
    }

    private static List<(string Label, string Words)> Said(Picture picture, NewsroomClock clock) =>
    [
        (T("picture.credit"), picture.Credit.IsGiven ? picture.Credit.Print() : ""), (T("picture.licence"), picture.Licence),
        (T("picture.rightsEnd"), picture.RightsEnd is { } end ? FieldDay.Of(clock.DayOf(end)) : ""), (T("picture.takenOn"), picture.TakenOn is { } day ? FieldDay.Of(day) : ""),
        (T("picture.place"), picture.Place), (T("picture.copyright"), picture.Copyright), (T("picture.keywords"), string.Join(", ", picture.Keywords)),
        (T("picture.closed"), YesOrNo(picture.IsNotForRepublication)), (T("picture.minor"), YesOrNo(picture.ShowsMinor)), (T("picture.release"), YesOrNo(picture.HasModelRelease)),
    ];

    private static string YesOrNo(bool value) => T(value ? "pictures.bulk.yes" : "pictures.bulk.no");
}
