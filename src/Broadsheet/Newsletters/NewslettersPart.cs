using Broadsheet.Machine;
using Broadsheet.Paper;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Newsletters;

/// <summary>{{ newsletters }}: what readers of this edition can sign up for, the first the one to offer. Nothing while the paper cannot send mail.</summary>
public sealed class NewslettersPart(Newspaper newspaper, MachineSettings machine) : PagePart
{
    public override string Name => "newsletters";

    public override async ValueTask<object?> LoadAsync(PaperPage page, CancellationToken cancellation)
    {
        if (!machine.Mail.IsOn || page.IsSensitive || page.IsSponsored) return null;

        var all = await newspaper.SharedAsync((Name, page.Edition.Id), () => newspaper.Newsletters.Offered(page.Edition.Id).ToListAsync(cancellation));
        return all.Count == 0 ? null : all.Select((row, at) => new NewsletterView(row, at == 0, page.Edition)).ToList();
    }
}
