using System.CommandLine;
using System.Globalization;
using Broadsheet.Accounts;
using Microsoft.EntityFrameworkCore;
using Spectre.Console;

namespace Broadsheet.Commands;

/// <summary><c>broadsheet token …</c>: keys to the API for wires and scripts.</summary>
internal static class TokenCommand
{
    public static Command Make()
    {
        var command = new Command("token", "Makes, lists and revokes tokens for the API.");
        command.Subcommands.Add(Create());
        command.Subcommands.Add(List());
        command.Subcommands.Add(Revoke());
        return command;
    }

    private static Command Create()
    {
        var command = new Command("create", "Makes a token and prints it, once.");
        var name = new Option<string>("--name") { Description = "What it is for, such as wire", Required = true };
        var role = new Option<string>("--role") { Description = "Whose rights it has: reporter, editor, publisher, administrator or a role of the paper's own", Required = true };
        command.Options.Add(name);
        command.Options.Add(role);
        return command.OnPaper(async (paper, words) =>
        {
            if (await paper.Newspaper.FindRoleAsync(words.GetValue(role)) is not { } found) throw new NoSuchRoleException();
            var secret = await paper.Newspaper.MakeTokenAsync(words.GetValue(name)!, found, null, paper.Now);
            // The token alone, so that a script can take it: TOKEN=$(broadsheet token create …)
            words.InvocationConfiguration.Output.WriteLine(secret.Text);
            return 0;
        });
    }

    private static Command List()
    {
        var command = new Command("list", "Lists the tokens that are out.");
        return command.OnPaper(async (paper, _) =>
        {
            var table = new Table().AddColumns("name", "role", "made", "last used");
            var roles = (await paper.Newspaper.ListRolesAsync()).ToDictionary(role => role.Id, role => role.KnownAs);
            foreach (var token in await paper.Newspaper.ApiTokens.AsNoTracking().Where(one => one.RevokedAt == null).OrderBy(one => one.Name).ToListAsync())
                table.AddRow(Markup.Escape(token.Name), Markup.Escape(roles[token.RoleId]), Written(token.CreatedAt), token.LastUsedAt is { } used ? Written(used) : "never");
            AnsiConsole.Write(table);
            return 0;
        });
    }

    private static Command Revoke()
    {
        var command = new Command("revoke", "Revokes the tokens of a name, at once.");
        var name = new Option<string>("--name") { Description = "The name it was made under", Required = true };
        command.Options.Add(name);
        return command.OnPaper(async (paper, words) =>
        {
            var wanted = words.GetValue(name);
            var tokens = await paper.Newspaper.ApiTokens.Where(one => one.Name == wanted && one.RevokedAt == null).ToListAsync();
            foreach (var token in tokens) await paper.Newspaper.RevokeAsync(token, null, paper.Now);
            if (tokens.Count > 0) return 0;

            words.InvocationConfiguration.Error.WriteLine($"No token is called \"{wanted}\".");
            return 1;
        });
    }

    private static string Written(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);
}
