namespace Broadsheet.Print.Lines;

/// <summary>How a text is set: its size and the distance between two lines, in points.</summary>
internal sealed record TextStyle(double Size, double Leading, bool IsBold = false, double Grey = 0)
{
    public static readonly TextStyle Name = new(14, 19, IsBold: true);
    public static readonly TextStyle Address = new(9, 12.5, Grey: 0.3);
    public static readonly TextStyle Title = new(19, 25, IsBold: true);
    public static readonly TextStyle Heading = new(12, 17, IsBold: true);
    public static readonly TextStyle Body = new(10.5, 15.5);
    public static readonly TextStyle Strong = new(10.5, 15.5, IsBold: true);
    public static readonly TextStyle Label = new(9.5, 15.5, Grey: 0.3);
    public static readonly TextStyle Small = new(8.5, 12.5, Grey: 0.3);
}
