using System.Globalization;
using Broadsheet.Paper;
using Broadsheet.Search.Questions;
using Broadsheet.Search.Stories;
using Microsoft.AspNetCore.Http.Extensions;

namespace Broadsheet.Search.Reading;

/// <summary>Writes the addresses of searches.</summary>
internal static class SearchAddress
{
    /// <param name="path">Such as <c>/search</c>.</param>
    internal static string Of(PaperEdition edition, Sought sought, string path = "/search") => edition.At(path) + QueryOf(sought);

    /// <summary>With its question mark.</summary>
    internal static string QueryOf(Sought sought)
    {
        var query = new QueryBuilder { { "q", sought.Text } };
        if (sought.Section.Length > 0) query.Add("section", sought.Section);
        if (sought.Year is { } year) query.Add("year", year.ToString(CultureInfo.InvariantCulture));
        if (sought.Order == SearchOrder.Newest) query.Add("order", "newest");
        return query.ToString();
    }
}
