using System.CommandLine;
using Broadsheet.Accounts;
using Broadsheet.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Spectre.Console;

namespace Broadsheet.Commands;

/// <summary><c>broadsheet user …</c>: for the operator, when nobody can get in through the newsroom.</summary>
internal static class UserCommand
{
    public static Command Make()
    {
        var command = new Command("user", "Adds and lists staff, and helps those who cannot get in.");
        command.Subcommands.Add(Add());
        command.Subcommands.Add(List());
        command.Subcommands.Add(OnMember("reset-password", "Prints a link by which a member sets a new password, once.", ResetPasswordAsync));
        command.Subcommands.Add(OnMember("remove-authenticator", "Takes off the second factor of a member whose phone is lost.", RemoveAuthenticatorAsync));
        command.Subcommands.Add(OnMember("deactivate", "Shuts a member out, at once.", DeactivateAsync));
        return command;
    }

    private static Command Add()
    {
        var command = new Command("add", "Prints a link by which somebody joins the staff, once; with --password-stdin adds her at once.");
        var email = new Option<string>("--email") { Description = "Her e-mail address", Required = true };
        var role = new Option<string>("--role") { Description = "reporter, editor, publisher, administrator or a role of the paper's own", Required = true };
        var name = new Option<string>("--name") { Description = "Her name; needed with --password-stdin" };
        var stdin = new Option<bool>("--password-stdin") { Description = "Reads the password from the standard input" };
        foreach (var option in new Option[] { email, role, name, stdin }) command.Options.Add(option);

        return command.OnPaper(async (paper, words) =>
        {
            if (await paper.Newspaper.FindRoleAsync(words.GetValue(role)) is not { } found) throw new NoSuchRoleException();
            if (!words.GetValue(stdin))
            {
                var secret = Secret.New();
                paper.Newspaper.OneTimeLinks.Add(OneTimeLink.ForInvitation(secret, found.Id, words.GetValue(email), paper.Now));
                await paper.Newspaper.SaveChangesAsync();
                words.InvocationConfiguration.Output.WriteLine(paper.Get<Hosts>().Link($"/newsroom/invitation?key={secret.Text}"));
                return 0;
            }

            var members = paper.Get<UserManager<StaffMember>>();
            var member = new StaffMember(words.GetValue(name) ?? "", words.GetValue(email)!, found.Id, paper.Now);
            var password = (await Console.In.ReadLineAsync() ?? "").TrimEnd('\r');
            var problems = await members.ProblemsOfAsync(member, password);
            foreach (var (_, message) in problems.All) words.InvocationConfiguration.Error.WriteLine(message);
            if (problems.Any) return 1;

            await members.AddAsync(member, password);
            return 0;
        });
    }

    private static Command List()
    {
        var command = new Command("list", "Lists the staff.");
        return command.OnPaper(async (paper, _) =>
        {
            var table = new Table().AddColumns("name", "e-mail", "role", "second factor", "active");
            var roles = (await paper.Newspaper.ListRolesAsync()).ToDictionary(role => role.Id, role => role.KnownAs);
            foreach (var member in await paper.Newspaper.StaffMembers.AsNoTracking().OrderBy(one => one.Name).ToListAsync())
                table.AddRow(Markup.Escape(member.Name), Markup.Escape(member.Email!), Markup.Escape(roles[member.RoleId]), member.Authenticator is null ? "no" : "yes", member.IsActive ? "yes" : "no");
            AnsiConsole.Write(table);
            return 0;
        });
    }

    private static Command OnMember(string name, string description, Func<OpenPaper, StaffMember, TextWriter, Task> act)
    {
        var command = new Command(name, description);
        var email = new Argument<string>("email") { Description = "The member's e-mail address" };
        command.Arguments.Add(email);
        return command.OnPaper(async (paper, words) =>
        {
            if (await paper.Get<UserManager<StaffMember>>().FindByEmailAsync(words.GetValue(email)!) is { } member)
            {
                await act(paper, member, words.InvocationConfiguration.Output);
                return 0;
            }
            words.InvocationConfiguration.Error.WriteLine($"Nobody of the staff has the address {words.GetValue(email)}.");
            return 1;
        });
    }

    private static async Task ResetPasswordAsync(OpenPaper paper, StaffMember member, TextWriter output)
    {
        var secret = await paper.Newspaper.MakePasswordLinkAsync(member, null, paper.Now);
        output.WriteLine(paper.Get<Hosts>().Link($"/newsroom/password?key={secret.Text}"));
    }

    private static async Task RemoveAuthenticatorAsync(OpenPaper paper, StaffMember member, TextWriter output)
    {
        member.RemoveAuthenticator();
        paper.Newspaper.Audit(null, "authenticator-removed", $"staff/{member.PublicId}", null, paper.Now);
        await paper.Newspaper.SaveChangesAsync();
        output.WriteLine($"{member.Name} now signs in with her password alone.");
    }

    private static async Task DeactivateAsync(OpenPaper paper, StaffMember member, TextWriter output)
    {
        await paper.Newspaper.ChangeMemberAsync(member.PublicId, null, "deactivated", null, paper.Now, found => found.Deactivate(paper.Now));
        output.WriteLine($"{member.Name} is shut out.");
    }
}
