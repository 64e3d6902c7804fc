namespace Broadsheet.Web;

public static class Ordering
{
    extension<T>(List<T> rows)
    {
        /// <summary>Moves one a place up or down. At either end it stays where it is.</summary>
        /// <param name="to">"up", as the button says; anything else is down.</param>
        public void Move(T row, string? to)
        {
            var from = rows.IndexOf(row);
            rows.RemoveAt(from);
            rows.Insert(Math.Clamp(to == "up" ? from - 1 : from + 1, 0, rows.Count), row);
        }
    }
}
