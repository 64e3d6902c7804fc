using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Broadsheet.Print.Fonts;

/// <summary>The outline of a glyph as the path data of SVG, by HarfBuzz's own drawing (hb_font_draw_glyph), which its .NET package carries but does not offer.</summary>
internal static unsafe partial class Outline
{
    private const string Library = "libHarfBuzzSharp";

    // Made once, never changed, and safe from any thread: what they draw to comes with each call.
    private static readonly IntPtr Pens = MakePens();

    /// <returns>In the font's scale, y upwards; empty for a space.</returns>
    public static string Of(HarfBuzzSharp.Font font, ushort glyph)
    {
        var path = new StringBuilder();
        var handle = GCHandle.Alloc(path);
        try
        {
            hb_font_draw_glyph(font.Handle, glyph, Pens, GCHandle.ToIntPtr(handle));
        }
        finally
        {
            handle.Free();
        }
        return path.ToString();
    }

    private static IntPtr MakePens()
    {
        var pens = hb_draw_funcs_create();
        hb_draw_funcs_set_move_to_func(pens, &Move, 0, 0);
        hb_draw_funcs_set_line_to_func(pens, &Line, 0, 0);
        hb_draw_funcs_set_quadratic_to_func(pens, &Quadratic, 0, 0);
        hb_draw_funcs_set_cubic_to_func(pens, &Cubic, 0, 0);
        hb_draw_funcs_set_close_path_func(pens, &Close, 0, 0);
        hb_draw_funcs_make_immutable(pens);
        return pens;
    }

    private static void Append(nint path, char command, params ReadOnlySpan<float> places)
    {
        var text = (StringBuilder)GCHandle.FromIntPtr(path).Target!;
        text.Append(command);
        for (var i = 0; i < places.Length; i++) text.Append(i == 0 ? "" : " ").Append(places[i].ToString("0.#", CultureInfo.InvariantCulture));
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Move(nint pens, nint path, nint state, float x, float y, nint user) => Append(path, 'M', x, y);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Line(nint pens, nint path, nint state, float x, float y, nint user) => Append(path, 'L', x, y);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Quadratic(nint pens, nint path, nint state, float overX, float overY, float x, float y, nint user) => Append(path, 'Q', overX, overY, x, y);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Cubic(nint pens, nint path, nint state, float firstX, float firstY, float secondX, float secondY, float x, float y, nint user) => Append(path, 'C', firstX, firstY, secondX, secondY, x, y);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Close(nint pens, nint path, nint state, nint user) => Append(path, 'Z');

    [LibraryImport(Library)] private static partial IntPtr hb_draw_funcs_create();
    [LibraryImport(Library)] private static partial void hb_draw_funcs_make_immutable(IntPtr pens);
    [LibraryImport(Library)] private static partial void hb_font_draw_glyph(IntPtr font, uint glyph, IntPtr pens, IntPtr path);
    [LibraryImport(Library)] private static partial void hb_draw_funcs_set_move_to_func(IntPtr pens, delegate* unmanaged[Cdecl]<nint, nint, nint, float, float, nint, void> func, nint user, nint destroy);
    [LibraryImport(Library)] private static partial void hb_draw_funcs_set_line_to_func(IntPtr pens, delegate* unmanaged[Cdecl]<nint, nint, nint, float, float, nint, void> func, nint user, nint destroy);
    [LibraryImport(Library)] private static partial void hb_draw_funcs_set_quadratic_to_func(IntPtr pens, delegate* unmanaged[Cdecl]<nint, nint, nint, float, float, float, float, nint, void> func, nint user, nint destroy);
    [LibraryImport(Library)] private static partial void hb_draw_funcs_set_cubic_to_func(IntPtr pens, delegate* unmanaged[Cdecl]<nint, nint, nint, float, float, float, float, float, float, nint, void> func, nint user, nint destroy);
    [LibraryImport(Library)] private static partial void hb_draw_funcs_set_close_path_func(IntPtr pens, delegate* unmanaged[Cdecl]<nint, nint, nint, nint, void> func, nint user, nint destroy);
}
