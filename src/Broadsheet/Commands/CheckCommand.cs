using System.CommandLine;
using System.Globalization;
using Broadsheet.CopyDesk;
using Broadsheet.CopyDesk.Archive;
using Broadsheet.CopyDesk.Files;
using Broadsheet.Document;
using Broadsheet.Machine;
using Broadsheet.Web;

namespace Broadsheet.Commands;

/// <summary><c>broadsheet check</c>: the copy desk over files, or over all that is published. What it finds is no failure: the exit code is 0.</summary>
internal static class CheckCommand
{
    public static Command Make()
    {
        var command = new Command("check", "Reads files as the copy desk does and prints what it would ask.");
        var files = new Argument<string[]>("file") { Description = "Text, HTML (.html), Markdown (.md) or document JSON (.json); - reads text from the standard input", Arity = ArgumentArity.ZeroOrMore };
        var json = new Option<bool>("--json") { Description = "Prints JSON" };
        var date = new Option<string?>("--date") { Description = "The day the words were written on, such as 2026-11-23. Default: today" };
        var language = new Option<string>("--language") { Description = "Language of the text: en, es, he, ar", DefaultValueFactory = _ => "en" };
        var people = new Option<string?>("--people") { Description = "A file of people, a line each: name, family name, role, wrong spellings" };
        var paper = new Option<string?>("--paper") { Description = "The paper's name, to find it in other forms" };
        var archive = new Option<bool>("--archive") { Description = "Reads every published story of the paper, by its house style" };
        var machine = new MachineOptions(command);
        command.Arguments.Add(files);
        command.Options.Add(archive);
        foreach (var option in new Option[] { json, date, language, people, paper }) command.Options.Add(option);

        command.SetAction(async (words, stop) =>
        {
            if (words.GetValue(archive)) return await OverArchiveAsync(machine.Read(words), words, words.GetValue(json), stop);
            var (output, error) = (words.InvocationConfiguration.Output, words.InvocationConfiguration.Error);
            var day = DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime);
            if (words.GetValue(date) is { } written && !DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
            {
                error.WriteLine($"--date: \"{written}\" is no day such as 2026-11-23.");
                return 2;
            }

            if (words.GetValue(files) is not { Length: > 0 })
            {
                error.WriteLine("Name a file, - for the standard input, or --archive.");
                return 2;
            }

            try
            {
                var house = words.GetValue(people) is { } list ? new HouseStyle { People = PeopleFile.Read(File.ReadAllText(list)) } : HouseStyle.Empty;
                var reports = words.GetValue(files)!.Select(file => CheckedFile.Of(file, words.GetValue(language)!, day, words.GetValue(paper) ?? "", house)).ToList();
                output.WriteLine(words.GetValue(json) ? FindingReport.Json(reports) : FindingReport.Text(reports));
                return 0;
            }
            catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or DocumentException or FormatException)
            {
                error.WriteLine(wrong.Message);
                return 1;
            }
        });
        return command;
    }

    private static async Task<int> OverArchiveAsync(MachineSettings machine, ParseResult words, bool isJson, CancellationToken stop)
    {
        try
        {
            await using var app = await Program.OpenAsync(machine, stop);
            await using var scope = app.Services.CreateAsyncScope();
            var (archive, after, output) = (scope.ServiceProvider.GetRequiredService<ArchiveReading>(), 0L, words.InvocationConfiguration.Output);
            while (await archive.NextAsync(after, 100, stop) is { Count: > 0 } part)
            {
                after = part[^1].Article.Id;
                foreach (var (article, findings) in part.Where(one => one.Findings.Count > 0))
                {
                    var name = $"article {article.PublicId}: {article.Headline}";
                    output.WriteLine(isJson ? FindingReport.Line(name, findings) : FindingReport.Text([new(name, [], findings, [])]));
                }
            }

            return 0;
        }
        catch (Exception refused) when (refused is SettingException or RefusalException)
        {
            words.InvocationConfiguration.Error.WriteLine(refused.Message);
            return 1;
        }
    }
}
