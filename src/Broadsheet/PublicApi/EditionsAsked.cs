using Broadsheet.Api;
using Broadsheet.Editions;
using Broadsheet.Storage;

namespace Broadsheet.PublicApi;

/// <summary>Finds the edition that a query names: by its id or its code, or the first.</summary>
internal sealed class EditionsAsked(Newspaper newspaper)
{
    private IReadOnlyList<Edition>? _all;

    public async Task<IReadOnlyList<Edition>> AllAsync(CancellationToken stop) => _all ??= await newspaper.AllEditionsAsync(stop);

    public async Task<Edition> OneAsync(string? asked, CancellationToken stop)
    {
        var all = await AllAsync(stop);
        if (string.IsNullOrEmpty(asked)) return all.FirstOrDefault(row => row.Code.Length == 0) ?? (all.Count > 0 ? all[0] : throw ProblemKind.NotFound.Exception("The paper has no edition yet."));
        return all.FirstOrDefault(row => row.Code == asked) ?? all.FirstOrDefault(row => Guid.TryParse(asked, out var id) && row.PublicId == id) ?? throw ProblemKind.NotFound.At("edition", $"There is no edition “{asked}”.");
    }

    /// <summary>That edition or, if only a language is named, all in it: “pt” finds “pt-BR”, too.</summary>
    public async Task<IReadOnlyList<Edition>> OfAsync(string? edition, string? language, CancellationToken stop)
    {
        IReadOnlyList<Edition> named = string.IsNullOrEmpty(edition) && !string.IsNullOrEmpty(language) ? await AllAsync(stop) : [await OneAsync(edition, stop)];
        if (string.IsNullOrEmpty(language)) return named;
        if (!Edition.IsLanguage(language)) throw ProblemKind.BadQuery.At("language", $"“{language}” is no language tag, such as en or pt-BR.");
        return [.. named.Where(row => row.Language.Equals(language, StringComparison.OrdinalIgnoreCase) || row.Language.StartsWith(language + "-", StringComparison.OrdinalIgnoreCase))];
    }
}
