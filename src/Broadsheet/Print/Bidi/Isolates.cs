namespace Broadsheet.Print.Bidi;

/// <summary>Which PDI ends which isolate (BD9), and the direction of the first letter of a stretch (P2, P3).</summary>
internal sealed class Isolates
{
    private readonly BidiClass[] classes;
    private readonly int[] partners;

    public Isolates(BidiClass[] classes)
    {
        this.classes = classes;
        partners = new int[classes.Length];
        Array.Fill(partners, -1);
        var open = new Stack<int>();
        for (var i = 0; i < classes.Length; i++)
        {
            if (IsInitiator(classes[i])) open.Push(i);
            else if (classes[i] == BidiClass.PDI && open.TryPop(out var initiator)) (partners[initiator], partners[i]) = (i, initiator);
        }
    }

    public static bool IsInitiator(BidiClass type) => type is BidiClass.LRI or BidiClass.RLI or BidiClass.FSI;

    /// <summary>The PDI of an initiator or the initiator of a PDI; -1 if it has none.</summary>
    public int PartnerOf(int index) => partners[index];

    public bool IsRightToLeft(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            switch (classes[i])
            {
                case BidiClass.L: return false;
                case BidiClass.R or BidiClass.AL: return true;
                case BidiClass.LRI or BidiClass.RLI or BidiClass.FSI when partners[i] >= 0: i = partners[i]; break;
                case BidiClass.LRI or BidiClass.RLI or BidiClass.FSI: return false;
            }
        }

        return false;
    }
}
