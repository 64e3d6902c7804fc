using System.Globalization;
using Broadsheet.Paper.Themes;

namespace Broadsheet.Paper;

/// <summary>Says the theme's words outside its templates: in a mail, in a head, on a page whose words depend on what happened.</summary>
public sealed class ReaderWords(CurrentTheme theme)
{
    public string Say(PaperEdition edition, string key, params (string Name, object Value)[] values)
    {
        var culture = CultureInfo.GetCultureInfo(edition.Language);
        var words = theme.Read().Strings.Find(edition.Language, key) ?? CurrentTheme.BuiltIn.Strings.Find(edition.Language, key)!;
        return words.Print(culture, name => Convert.ToString(Find(name), culture) ?? "", name => Convert.ToDecimal(Find(name), culture));

        object Find(string name) => name == "name" && !values.Any(value => value.Name == name) ? edition.Name : values.First(value => value.Name == name).Value;
    }
    /// <summary>A moment by the edition's clock.</summary>
    /// <param name="how">As <see cref="PaperDates.Print"/> knows it: "day", "month" …</param>
    public string Day(PaperEdition edition, DateTimeOffset at, string how) => new PaperDates(edition.Language, edition.TimeZone, theme.Read().Strings).Print(at, how);
}
