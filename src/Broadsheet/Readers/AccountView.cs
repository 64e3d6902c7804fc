using Broadsheet.Paper.Views;

namespace Broadsheet.Readers;

/// <summary>A reader's own page.</summary>
public sealed class AccountView(SignedInReader signedIn, IReadOnlyList<AccountPartView> parts, IReadOnlyList<ReaderSessionView> sessions, IReadOnlyList<AccountEditionView> languages, string done) : View
{
    public string Address => signedIn.Reader.TypedAddress;

    /// <summary>Every form on the page carries it in a field named "key".</summary>
    public string Key => signedIn.FormKey;

    /// <summary>What other features show here.</summary>
    public IReadOnlyList<AccountPartView> Parts => parts;

    public IReadOnlyList<ReaderSessionView> Sessions => sessions;

    /// <summary>In which editions the paper can speak to her.</summary>
    public IReadOnlyList<AccountEditionView> Languages => languages;

    /// <summary>What she has just done, in words; else empty.</summary>
    public string Done => done;
}

public sealed class AccountPartView(string name, View content) : View
{
    public string Name => name;
    public View Content => content;
}

public sealed class ReaderSessionView(ReaderSession session, bool isThis) : View
{
    public string Id => session.PublicId.ToString();
    public string Device => session.Device;
    public DateTimeOffset Started => session.StartedAt;
    public DateTimeOffset Seen => session.LastSeenAt;
    public bool IsThis => isThis;
}

public sealed class AccountEditionView(Editions.Edition edition, bool isChosen) : View
{
    public string Id => edition.PublicId.ToString();
    public string Name => edition.Name;
    public string Language => edition.Language;
    public bool IsChosen => isChosen;
}
