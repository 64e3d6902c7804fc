using System.CommandLine;
using Broadsheet.Search.Index;
using static Broadsheet.Web.Text;

namespace Broadsheet.Commands;

/// <summary><c>broadsheet search rebuild</c>: makes the index of the paper's search anew from its stories.</summary>
internal static class SearchCommand
{
    public static Command Make()
    {
        var command = new Command("search", "Looks after the paper's search.");
        var rebuild = new Command("rebuild", "Makes the index anew from the stories, while the paper runs or stands.");
        rebuild.OnPaper(async (paper, words) =>
        {
            var (output, last) = (words.InvocationConfiguration.Output, 0);
            var found = await paper.Newspaper.RebuildIndexAsync(new Steps(done =>
            {
                if (done / 10_000 > last) output.WriteLine(T("search.rebuilding", ("count", done)));
                last = done / 10_000;
            }), CancellationToken.None);
            output.WriteLine(T("search.rebuilt", ("count", found)));
            return 0;
        });
        command.Subcommands.Add(rebuild);
        return command;
    }

    // Progress<T> would tell it on another thread, after the end too.
    private sealed class Steps(Action<int> tell) : IProgress<int>
    {
        public void Report(int value) => tell(value);
    }
}
