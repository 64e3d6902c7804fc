using Broadsheet.Paper;
using Broadsheet.Storage;

namespace Broadsheet.Editions;

/// <summary>
/// Finds the edition that an address belongs to. A later edition's code is its first segment, and moves to the
/// path base, so that every edition is read through the same routes.
/// </summary>
public static class EditionOfAddress
{
    private static readonly object Key = new();

    /// <summary>Must run before routing.</summary>
    public static IApplicationBuilder UseEditions(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        // This one is no letter, and Normalize throws for it: an address that has it is one that is not there.
        if (context.Request.Path.Value is { } asked && asked.Contains('\uFFFE')) context.Request.Path = asked.Replace('\uFFFE', '\uFFFD');
        var path = context.Request.Path.Value ?? "/";
        var first = path.Split('/', 3)[1];
        // The newsroom, the API, pictures and files belong to no edition, and "/he/newsroom" is no address.
        var isPersonal = ReservedSegments.IsPersonal(first);
        if (!isPersonal && !BelongsToPaper(first))
        {
            await next(context);
            return;
        }

        var newspaper = context.RequestServices.GetRequiredService<Newspaper>();
        var editions = await newspaper.AllEditionsAsync(context.RequestAborted);
        if (isPersonal)
        {
            var code = context.Request.Query["edition"].ToString();
            if ((editions.FirstOrDefault(edition => edition.Code == code) ?? editions.FirstOrDefault()) is { } spoken) context.Items[Key] = new EditionsOfPaper(spoken, editions);
            await next(context);
            return;
        }

        var named = editions.FirstOrDefault(edition => edition.Code.Length > 0 && edition.Code == first);
        var rest = named is null ? path : path[(first.Length + 1)..];
        var isPaperPage = named is null || BelongsToPaper(rest.Split('/', 3).ElementAtOrDefault(1) ?? "");
        if (isPaperPage && (named ?? editions.FirstOrDefault(edition => edition.Code.Length == 0) ?? editions.FirstOrDefault()) is { } edition)
        {
            context.Items[Key] = new EditionsOfPaper(edition, editions);
            if (named is not null)
            {
                context.Request.PathBase = context.Request.PathBase.Add("/" + first);
                context.Request.Path = rest.Length == 0 ? "/" : rest;
            }
        }

        await next(context);
    });

    extension(HttpContext context)
    {
        /// <summary>The edition that was asked for; null before the first edition exists.</summary>
        public Edition? Edition => (context.Items[Key] as EditionsOfPaper)?.Asked;

        /// <summary>From here on the request is answered in another edition: the reader's own.</summary>
        public void ReadIn(Edition edition) => context.Items[Key] = new EditionsOfPaper(edition, context.Editions);

        /// <summary>All editions, in the order of the edition switch.</summary>
        public IReadOnlyList<Edition> Editions => (context.Items[Key] as EditionsOfPaper)?.All ?? [];
    }

    extension(Edition edition)
    {
        public PaperEdition ForPaper() =>
            new(edition.Id, edition.Code, edition.Name, edition.Tagline, edition.Language, edition.Direction, edition.TimeZone) { PublicId = edition.PublicId };
    }

    private static bool BelongsToPaper(string first) => ReservedSegments.IsPaper(first) || ReservedSegments.IsQuestion(first);

    private sealed record EditionsOfPaper(Edition Asked, IReadOnlyList<Edition> All);
}
