using System.Text;
using Broadsheet.Document.Reading;

namespace Broadsheet.Document.Docx;

/// <summary>Cuts text where its direction turns.</summary>
internal static class DirectionRuns
{
    /// <summary>The pieces in their order. What has no direction goes with the letters around it where these agree, else with the block.</summary>
    public static IReadOnlyList<(string Text, bool IsRightToLeft)> Of(string text, bool blockIsRightToLeft)
    {
        var pieces = new List<(string Text, bool IsRightToLeft)>();
        var (before, neutral) = (blockIsRightToLeft, new StringBuilder());
        foreach (var rune in text.EnumerateRunes())
        {
            if (TextDirection.Of(rune.ToString()) is not { } way)
            {
                neutral.Append(rune);
                continue;
            }
            var now = way == "rtl";
            if (neutral.Length > 0) Add(neutral.ToString(), before == now ? now : blockIsRightToLeft);
            neutral.Clear();
            Add(rune.ToString(), now);
            before = now;
        }

        if (neutral.Length > 0) Add(neutral.ToString(), blockIsRightToLeft);
        return pieces;

        void Add(string piece, bool way)
        {
            if (pieces is [.., var last] && last.IsRightToLeft == way) pieces[^1] = (last.Text + piece, way);
            else pieces.Add((piece, way));
        }
    }
}
