using System.CommandLine;
using Broadsheet.Articles.Chains;
using Broadsheet.Machine;
using Broadsheet.Storage;
using static Broadsheet.Web.Text;

namespace Broadsheet.Commands;

/// <summary><c>broadsheet verify</c>: whether what the paper keeps for ever is as it was kept.</summary>
internal static class VerifyCommand
{
    public static Command Make()
    {
        var command = new Command("verify", "Checks every version of every article, the heads of the days, and the bytes of pictures and files.");
        var heads = new Option<string>("--heads") { Description = $"A copy of {HeadFile.Name} that was kept elsewhere. Default: the one in the data folder" };
        var quick = new Option<bool>("--without-files") { Description = "Leaves the bytes of pictures and files alone" };
        command.Options.Add(heads);
        command.Options.Add(quick);
        return command.OnPaper(async (paper, words) =>
        {
            var (output, error) = (words.InvocationConfiguration.Output, words.InvocationConfiguration.Error);
            var file = words.GetValue(heads) ?? Path.Combine(paper.Get<MachineSettings>().Data, HeadFile.Name);
            if (!File.Exists(file)) error.WriteLine(T("verify.noHeads", ("file", file)));

            var verification = new Verification(paper.Newspaper, paper.Get<FileStore>(), file);
            var wrong = await verification.RunAsync(withFiles: !words.GetValue(quick), CancellationToken.None);
            foreach (var line in wrong) error.WriteLine(line);
            output.WriteLine(wrong.Count > 0 ? T("verify.broken", ("count", wrong.Count))
                : T("verify.well", ("articles", verification.Articles), ("versions", verification.Versions), ("days", verification.Days), ("files", verification.Files)));
            return wrong.Count > 0 ? 1 : 0;
        });
    }
}
