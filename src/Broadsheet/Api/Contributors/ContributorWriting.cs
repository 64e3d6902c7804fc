using Broadsheet.Accounts;
using Broadsheet.Contributors;
using Broadsheet.Editions;
using Broadsheet.Pictures;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Api.Contributors;

internal static class ContributorWriting
{
    extension(Newspaper newspaper)
    {
        /// <summary>Puts what was sent over what stands.</summary>
        public async Task WriteAsync<T>(Contributor contributor, Sent<T> sent, Staff staff, Asking check, CancellationToken stop) where T : ContributorFields
        {
            var asked = sent.Value;
            if (sent.Gives(nameof(asked.Kind))) contributor.Kind = asked.Kind ?? ContributorKind.Person;
            if (sent.Gives(nameof(asked.Name)))
            {
                if (!ContributorAnswer.MaySeeName(contributor, staff)) throw ProblemKind.Forbidden.At("name", "The name behind a pen name is changed by a publisher.");
                contributor.Name = check.Name("name", asked.Name);
            }
            if (sent.Gives(nameof(asked.PenName)))
            {
                // Taking a pen name away would print the real one.
                if (!ContributorAnswer.MaySeeName(contributor, staff)) throw ProblemKind.Forbidden.At("penName", "A pen name is changed by a publisher.");
                contributor.PenName = Asking.Words(asked.PenName);
            }
            if (sent.Gives(nameof(asked.Bio))) contributor.Bio = Asking.Words(asked.Bio);
            if (sent.Gives(nameof(asked.IsHidden))) contributor.IsHidden = asked.IsHidden ?? false;
            if (sent.Gives(nameof(asked.Picture)))
            {
                if (asked.Picture is { } picture && !await newspaper.Pictures.AnyAsync(row => row.PublicId == picture, stop)) check.Wrong("picture", $"There is no picture {picture}.");
                contributor.Picture = asked.Picture;
            }
            if (!sent.Gives(nameof(asked.Translations))) return;

            var codes = await newspaper.Editions.Select(row => row.Code).ToListAsync(stop);
            foreach (var code in (asked.Translations ?? []).Keys.Except(codes)) check.Wrong($"translations.{code}", $"There is no edition called “{code}”.");
            contributor.Translations = (asked.Translations ?? []).ToDictionary(one => one.Key, one => new ContributorText(Asking.Words(one.Value.Name), Asking.Words(one.Value.Bio)));
        }
    }
}
