using System.Globalization;
using Broadsheet.Paper;
using Broadsheet.Paper.Themes;

namespace Broadsheet.Readers;

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
}
