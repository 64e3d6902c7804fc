using Broadsheet.Print.Bidi;

namespace Broadsheet.Print.Pages;

/// <summary>
/// The direction of a value that stands for itself (a name, an address, a telephone, an amount). Anything with a letter of the sheet's own
/// direction goes that way; a telephone or "$50.00" has none and runs to the right, as it is read everywhere.
/// </summary>
internal static class ValueDirection
{
    public static bool Of(SheetText text, bool isSheetRightToLeft)
    {
        var classes = BidiData.ClassesOf(text.ToString());
        var hasLeft = classes.Contains(BidiClass.L);
        var hasRight = classes.Any(type => type is BidiClass.R or BidiClass.AL);
        return isSheetRightToLeft ? hasRight : hasRight && !hasLeft;
    }
}
