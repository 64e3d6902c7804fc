using Broadsheet.Pictures.Decoding;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Pictures;

/// <summary>Takes pictures in, by whatever road they come: the library, the editor, the API, an import.</summary>
public sealed class PictureIntake(
    Newspaper newspaper, FileStore files, PictureDecoder decoder, RenditionShelf shelf, RenditionMakers makers, TimeProvider clock)
{
    private static readonly Rendition First = new(RenditionShape.Whole, 50, 50, 320, RenditionFormat.Jpeg);

    /// <summary>Keeps the original, reads what it says about itself and adds it to the library. The same bytes again are found, not added.</summary>
    /// <exception cref="PictureRefusedException">It is no picture, or would cost too much; nothing was kept.</exception>
    public async Task<TakenIn> TakeInAsync(Stream content, string fileName, long by, CancellationToken stop = default)
    {
        using var incoming = await ReceiveAsync(content, stop);
        if (await FindAsync(incoming.Hash, stop) is { } here) return new(here, WasHere: true);

        var format = Recognise(incoming);
        var part = shelf.NewPart();
        try
        {
            var facts = await decoder.InspectAsync(incoming.Path, format, RenditionShelf.Order(part, First), stop);
            var picture = new Picture(incoming.Hash, format, incoming.Length, Path.GetFileName(fileName), facts.Width, facts.Height, facts.IsTransparent, clock.GetUtcNow(), by);
            picture.Describe(facts.Metadata);
            incoming.Keep();
            shelf.Take(part, picture.Key, First);

            return await AddAsync(picture, stop);
        }
        finally
        {
            File.Delete(part);
        }
    }

    private async Task<IncomingFile> ReceiveAsync(Stream content, CancellationToken stop)
    {
        try
        {
            return await files.ReceiveAsync(content, PictureLimits.FileBytes, stop);
        }
        catch (FileTooLargeException)
        {
            throw new PictureRefusedException(PictureProblem.FileTooLarge);
        }
    }

    private static PictureFormat Recognise(IncomingFile incoming)
    {
        var head = incoming.Head(PictureFormats.HeadLength);
        if (PictureFormats.Of(head) is { } format) return format;
        throw new PictureRefusedException(
            head.Length == 0 ? PictureProblem.Empty
            : PictureFormats.IsHeic(head) ? PictureProblem.Heic
            : PictureFormats.IsSvg(head) ? PictureProblem.Svg
            : PictureProblem.NotAPicture);
    }

    // Two may send the same picture at once: the second finds the first's, in the write lane on SQLite,
    // by the unique index on PostgreSQL.
    private async Task<TakenIn> AddAsync(Picture picture, CancellationToken stop)
    {
        try
        {
            var taken = await newspaper.WriteAsync(async () =>
            {
                if (await FindAsync(picture.FileHash, stop) is { } first) return new TakenIn(first, WasHere: true);
                newspaper.Pictures.Add(picture);
                await newspaper.SaveChangesAsync(stop);
                return new TakenIn(picture, WasHere: false);
            }, stop);
            if (!taken.WasHere) makers.MakeSoon(picture);
            return taken;
        }
        catch (DbUpdateException)
        {
            newspaper.Entry(picture).State = EntityState.Detached;
            if (await FindAsync(picture.FileHash, stop) is { } first) return new(first, WasHere: true);
            throw;
        }
    }

    private Task<Picture?> FindAsync(string hash, CancellationToken stop) =>
        newspaper.Pictures.SingleOrDefaultAsync(picture => picture.FileHash == hash, stop);
}

public sealed record TakenIn(Picture Picture, bool WasHere);
