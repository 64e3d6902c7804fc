using Broadsheet.Articles.Reading;
using Broadsheet.Paper.Views;

namespace Broadsheet.Inbox.Forms;

/// <summary>The page on which somebody writes to the newsroom, made for her alone.</summary>
public sealed class WriteView(MessageKind kind, WrittenForm form) : View
{
    /// <summary>"contact", "error", "letter" or "tip".</summary>
    public string Kind => MessageKinds.NameOf(kind);

    public required string Title { get; init; }

    /// <summary>What becomes of what she writes, in a sentence or two.</summary>
    public required string About { get; init; }

    /// <summary>What the field of the text is called.</summary>
    public required string TextLabel { get; init; }

    public required string Action { get; init; }

    /// <summary>What the form carries along, signed.</summary>
    public required string Form { get; init; }

    /// <summary>What is wrong, each with the field in which it is.</summary>
    public IReadOnlyList<WriteProblemView> Problems { get; init; } = [];

    /// <summary>The names of those fields.</summary>
    public IReadOnlyList<string> Wrong => [.. Problems.Select(problem => problem.Field)];

    /// <summary>What it is about; null: no story.</summary>
    public StoryView? Story { get; init; }

    public string Text => form.Text;
    public string Name => form.Name;
    public string Town => form.Town;
    public string Address => form.Address;
    public string Subject => form.Subject;
    public bool Consents => form.Consents;

    /// <summary>The name of a field that people do not see and must leave empty.</summary>
    public string Trap => WrittenForm.Trap;

    public int MostLetters => InboxMessage.LongestText;

    /// <summary>How many files can be sent; 0: none.</summary>
    public int MostFiles => kind == MessageKind.Tip ? InboxStore.MostFiles : 0;

    public int MostMegabytes => InboxStore.MostMegabytes;
}

/// <summary>Something wrong with a form.</summary>
public sealed class WriteProblemView(string where, string text) : View
{
    public string Field => where;
    public string Text => text;
}
