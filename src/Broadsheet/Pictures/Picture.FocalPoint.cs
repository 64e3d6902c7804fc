namespace Broadsheet.Pictures;

public sealed partial class Picture
{
    /// <summary>What matters in the picture, in hundredths of its width and height. Crops are made around it.</summary>
    public int FocalX { get; private set; } = 50;
    public int FocalY { get; private set; } = 50;

    /// <summary>
    /// Focal points it had before, as "50x33". Addresses of crops carry the point and never change, so stored pages,
    /// feeds and mails that name an old one go on working; no other point is made for anybody.
    /// </summary>
    public IReadOnlyList<string> EarlierFocalPoints { get; private set; } = [];

    public void FocusOn(int x, int y)
    {
        (x, y) = (Math.Clamp(x, 0, 100), Math.Clamp(y, 0, 100));
        if ((x, y) == (FocalX, FocalY)) return;

        EarlierFocalPoints = [.. EarlierFocalPoints.Append($"{FocalX}x{FocalY}").Distinct().TakeLast(20)];
        (FocalX, FocalY) = (x, y);
        Remember();
    }

    internal bool HasHadFocus(int x, int y) => (x, y) == (FocalX, FocalY) || EarlierFocalPoints.Contains($"{x}x{y}");
}
