using Broadsheet.Accounts;
using Broadsheet.Tests.Accounts;
using Broadsheet.Tests.Messages;
using Broadsheet.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Tests.Appeals;

/// <summary>One button, and the paper asks for nothing.</summary>
public sealed class StopTests
{
    [Theory, OnBoth]
    public async Task One_button_takes_all_messages_off_the_paper_and_another_puts_them_back(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        await newsroom.SayAsync("Please give");
        using var publisher = await newsroom.AsAsync(Role.Publisher);
        Assert.Contains("Please give", await newsroom.Client.GetStringAsync("/"));

        await publisher.SubmitAsync("/newsroom/messages/standstill");
        await publisher.SubmitAsync("/newsroom/messages/standstill");

        Assert.DoesNotContain("Please give", await newsroom.Client.GetStringAsync("/"));
        Assert.Matches("All appeals and scheduled mail are stopped: by [^,]+, at ", await publisher.ReadAsync("/newsroom/messages"));

        await publisher.SubmitAsync("/newsroom/messages/resumption");

        Assert.Contains("Please give", await newsroom.Client.GetStringAsync("/"));
        Assert.Equal(["appeals-stopped", "appeals-resumed"], await newsroom.AskAsync(newspaper => newspaper.AuditEntries.Where(row => row.Act.StartsWith("appeals-")).OrderBy(row => row.Id).Select(row => row.Act).ToListAsync()));
    }
}
