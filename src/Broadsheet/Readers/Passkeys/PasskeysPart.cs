using Broadsheet.Editions;
using Broadsheet.Paper.Views;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Readers.Passkeys;

/// <summary>Passkeys on a reader's own page, and in what she takes along.</summary>
internal sealed class PasskeysPart(Newspaper newspaper) : IReaderPart
{
    public string Name => "passkeys";

    public async Task<View?> ShowAsync(Reader reader, Edition edition, CancellationToken stop) =>
        new AccountPasskeysView([.. (await OfAsync(reader, stop)).Select(key => new PasskeyView(key))], ReaderKeys.Most);

    public async Task<object?> ExportAsync(Reader reader, CancellationToken stop) => (await OfAsync(reader, stop)).Select(key => new { key.Device, key.CreatedAt });

    public Task EraseAsync(Reader reader, CancellationToken stop) => newspaper.ReaderPasskeys.Where(key => key.ReaderId == reader.Id).ExecuteDeleteAsync(stop);

    private Task<List<ReaderPasskey>> OfAsync(Reader reader, CancellationToken stop) => newspaper.ReaderPasskeys.AsNoTracking().Where(key => key.ReaderId == reader.Id).OrderBy(key => key.Id).ToListAsync(stop);
}

/// <summary>A reader's passkeys on her page.</summary>
public sealed class AccountPasskeysView(IReadOnlyList<PasskeyView> list, int most) : View
{
    public IReadOnlyList<PasskeyView> List => list;

    /// <summary>Whether there may be more.</summary>
    public bool TakesMore => list.Count < most;
}

public sealed class PasskeyView(ReaderPasskey key) : View
{
    public string Id => key.PublicId.ToString();

    /// <summary>Where it was added: "Firefox on Linux".</summary>
    public string Device => key.Device;

    public DateTimeOffset Added => key.CreatedAt;
}
