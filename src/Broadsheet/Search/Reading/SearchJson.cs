using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Broadsheet.Articles.Reading;

namespace Broadsheet.Search.Reading;

/// <summary>/search/results.json?q=…: the same for programs, and for the box that answers while somebody types.</summary>
internal static class SearchJson
{
    private static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    internal static async Task<IResult> Get([AsParameters] SearchRequest request)
    {
        if (request.Edition is not { } edition || request.Sought is not { } sought) return await Missing.AnswerAsync(request.Http, request.Newspaper, request.Stop);

        var view = await request.Results.ShowAsync(edition, sought, request.Stop);
        request.Http.Response.Headers.CacheControl = "private, no-store";
        return TypedResults.Json(new
        {
            view.Query,
            view.Total,
            view.IsMore,
            Meant = view.Meant.Length > 0 ? view.Meant : null,
            Results = view.Results.Select(result => new
            {
                result.Story.Id,
                Url = result.Story.Href,
                result.Story.Headline,
                result.Story.Standfirst,
                Section = result.Story.Section.Name,
                Bylines = result.Story.Bylines.Select(byline => byline.Name),
                result.Story.Published,
                FragmentHtml = result.Fragment.Html,
            }),
            Sections = view.InSections.Select(choice => new { choice.Name, choice.Count, Url = choice.Href }),
            Years = view.InYears.Select(choice => new { choice.Name, choice.Count, Url = choice.Href }),
            Next = view.Pager.Older is { } next ? next.Replace("/search?", "/search/results.json?", StringComparison.Ordinal) : null,
        }, Written);
    }
}
