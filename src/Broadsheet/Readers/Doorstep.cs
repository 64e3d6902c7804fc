using Broadsheet.Editions;
using Broadsheet.Paper;
using Broadsheet.Paper.Views;

namespace Broadsheet.Readers;

/// <summary>A small page for one reader alone: it says something, and may ask for one press of a button or one line.</summary>
public sealed class DoorstepView : View
{
    public required string Title { get; init; }
    public string Text { get; init; } = "";

    /// <summary>What it is about, one by one: names of newsletters.</summary>
    public IReadOnlyList<string> Lines { get; init; } = [];

    /// <summary>What went wrong.</summary>
    public string Problem { get; init; } = "";

    /// <summary>Where its form goes; null: there is none.</summary>
    public string? Action { get; init; }

    /// <summary>What the form carries along.</summary>
    public IReadOnlyList<DoorstepFieldView> Fields { get; init; } = [];

    /// <summary>What the form asks for.</summary>
    public DoorstepFieldView? Ask { get; init; }

    public string Button { get; init; } = "";

    /// <summary>Small print under the button.</summary>
    public string Note { get; init; } = "";

    /// <summary>What the browser may remember from here on: "s" for a supporter, "l" for a subscriber, "-l" for none any more. It names nobody.</summary>
    public string Mark { get; init; } = "";

    /// <summary>The form that signs in with a passkey; null: none is offered here.</summary>
    public PasskeyFormView? Passkey { get; init; }

    public string? Href { get; init; }
    public string Link { get; init; } = "";
}

/// <summary>A form that asks a device for a passkey: a field "Credential" takes the answer.</summary>
/// <param name="challenge">Where its script asks what the device is to sign.</param>
public sealed class PasskeyFormView(string challenge, string action) : View
{
    public string Challenge => challenge;
    public string Action => action;
}

/// <summary>A field of a doorstep's form.</summary>
public sealed class DoorstepFieldView(string name, string value) : View
{
    public string Name => name;
    public string Value => value;
    public string Label { get; init; } = "";

    /// <summary>"email" or "code".</summary>
    public string Kind { get; init; } = "";
}

/// <summary>Makes such pages. None is stored, none is found by a search engine.</summary>
public sealed class Doorsteps(ReaderWords words)
{
    public string Say(Edition edition, string key, params (string Name, object Value)[] values) => words.Say(edition.ForPaper(), key, values);

    public IResult Show(Edition edition, DoorstepView view, int status = StatusCodes.Status200OK) =>
        new PaperResult(new PaperPage(edition.ForPaper(), "doorstep", view, new PageHead { Title = view.Title, Robots = "noindex" }) { Status = status }) { IsPrivate = true };

    /// <summary>Says something and asks for nothing: the texts are KEY.title and KEY.text.</summary>
    /// <param name="onward">A text and where it leads: a personal address, or one of the edition when it begins with a point.</param>
    public IResult Say(Edition edition, string key, int status, (string Key, string Path)? onward = null, params (string Name, object Value)[] values) => Say(edition, key, status, "", onward, values);

    /// <summary>The same, with something for the browser to remember: <see cref="DoorstepView.Mark"/>.</summary>
    public IResult Say(Edition edition, string key, int status, string mark, (string Key, string Path)? onward = null, params (string Name, object Value)[] values) => Show(edition, new DoorstepView
    {
        Title = Say(edition, $"{key}.title", values),
        Text = Say(edition, $"{key}.text", values),
        Mark = mark,
        Link = onward is { } link ? Say(edition, link.Key) : "",
        Href = onward is not { } to ? null : to.Path.StartsWith('.') ? edition.PathOf(to.Path[1..]) : edition.ForPaper().Personal(to.Path),
    }, status);

    /// <summary>
    /// Sends a person on to a page elsewhere, after a form of hers. A redirection would not do: the form's page says that its forms go nowhere else
    /// (CSP's form-action), and Chromium holds redirections to that, too. The texts are KEY.title, KEY.text and KEY.link.
    /// </summary>
    public IResult GoOn(HttpContext http, Edition edition, string key, Uri there)
    {
        http.Response.Headers["Refresh"] = $"0; url={there.AbsoluteUri}";
        return Show(edition, new DoorstepView { Title = Say(edition, $"{key}.title"), Text = Say(edition, $"{key}.text"), Href = there.AbsoluteUri, Link = Say(edition, $"{key}.link") });
    }

    /// <summary>What a person sees whom a brake has caught.</summary>
    /// <param name="key">Where the texts stand that say of what there was too much.</param>
    public IResult Hold(HttpContext http, Edition edition, Held held, DateTimeOffset now, string key = "held")
    {
        http.Response.Headers.RetryAfter = ((long)Math.Ceiling((held.Until - now).TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return Say(edition, $"{key}.{held.Scope}", StatusCodes.Status429TooManyRequests, null, ("minutes", (int)Math.Ceiling((held.Until - now).TotalMinutes)));
    }
}
