using Broadsheet.Editions;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Accounts;

public sealed record SetUpView(string Key, string Paper, string Language, string TimeZone, string Name, string Email, Problems Problems);

/// <summary>GET, POST /newsroom/setup: the owner names the paper and herself, once, by the link that the console printed.</summary>
public static class SetUp
{
    private static readonly OpenToAnybody Door = new("The key in the link, printed on the console, is what lets one in.");

    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/setup", Get).OpenTo(Door).Braked(Brake.SetUp);
        newsroom.MapPost("/setup", Post).OpenTo(Door).Braked(Brake.SetUp);
    }

    internal static async Task<RazorComponentResult> Get(string? key, HttpRequest request, Newspaper newspaper, TimeProvider clock)
    {
        await newspaper.OpenAsync(LinkKind.SetUp, key, clock.GetUtcNow());
        return Show(new(key!, "", PaperLanguages.Guess(request), PaperLanguages.TimeZoneHere(clock), "", "", Problems.None));
    }

    internal static async Task<IResult> Post(
        IFormCollection fields, HttpContext context, Newspaper newspaper, UserManager<StaffMember> members, IEnumerable<IOnPaperSetUp> starts, TimeProvider clock)
    {
        var form = SetUpForm.Read(fields);
        var now = clock.GetUtcNow();
        await newspaper.OpenAsync(LinkKind.SetUp, form.Key, now);
        var owner = new StaffMember((form.Name ?? "").Trim(), (form.Email ?? "").Trim(), Role.Administrator, now);

        var problems = await ProblemsOfAsync(form, owner, members);
        if (problems.Any)
            return Show(new(form.Key!, form.Paper ?? "", form.Language ?? "", form.TimeZone ?? "", owner.Name, owner.Email!, problems), StatusCodes.Status422UnprocessableEntity);

        await newspaper.WriteAsync(async () =>
        {
            await newspaper.SpendAsync(LinkKind.SetUp, form.Key, now);
            await members.AddAsync(owner, form.Password!);
            await NamePaperAsync(newspaper, form);
            newspaper.Audit(new Staff(owner.Name, Staff.Nothing, owner.Id), "paper-set-up", $"staff/{owner.PublicId}", null, now);
            await newspaper.SaveChangesAsync();
            foreach (var start in starts) await start.RunAsync(context.RequestAborted);
        });
        await context.SignInAsync(owner, SignInMethod.SetUp);
        return TypedResults.LocalRedirect("/newsroom/account/protection");
    }

    private static async Task<Problems> ProblemsOfAsync(SetUpForm form, StaffMember owner, UserManager<StaffMember> members)
    {
        var problems = new Problems();
        if ((form.Paper ?? "").Trim().Length is 0 or > 100) problems.Add("Paper", Text.T("setup.paper-needed"));
        if (!PaperLanguages.Has(form.Language)) problems.Add("Language", Text.T("setup.language-needed"));
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(form.TimeZone ?? "", out _)) problems.Add("TimeZone", Text.T("setup.zone-needed"));
        foreach (var (field, message) in (await members.ProblemsOfAsync(owner, form.Password ?? "")).All) problems.Add(field, message);
        return problems;
    }

    // The first edition is there already when the sample paper was made; then it only gets its name.
    private static async Task NamePaperAsync(Newspaper newspaper, SetUpForm form)
    {
        var name = form.Paper!.Trim();
        if (await newspaper.Editions.FirstOrDefaultAsync(one => one.Code == "") is not { } first)
        {
            newspaper.Editions.Add(new Edition("", name, form.Language!, form.TimeZone!, 0));
            return;
        }
        (first.Name, first.Language, first.TimeZone) = (name, form.Language!, form.TimeZone!);
    }

    private static RazorComponentResult Show(SetUpView view, int status = StatusCodes.Status200OK) => Page.Alone<SetUpPage, SetUpView>(view, status);

    internal sealed record SetUpForm
    {
        public string? Key { get; init; }
        public string? Paper { get; init; }
        public string? Language { get; init; }
        public string? TimeZone { get; init; }
        public string? Name { get; init; }
        public string? Email { get; init; }
        public string? Password { get; init; }

        public static SetUpForm Read(IFormCollection form) => new()
        {
            Key = form["Key"],
            Paper = form["Paper"],
            Language = form["Language"],
            TimeZone = form["TimeZone"],
            Name = form["Name"],
            Email = form["Email"],
            Password = form["Password"],
        };
    }
}
