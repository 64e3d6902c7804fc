using System.Runtime.InteropServices;

namespace Broadsheet.Print.Fonts;

/// <summary>A font cut down to the glyphs that a document shows, by HarfBuzz's own subsetter, which its .NET package carries but does not offer.</summary>
internal static partial class Subset
{
    private const string Library = "libHarfBuzzSharp";

    /// <summary>HB_SUBSET_FLAGS: no hinting, glyphs keep their numbers, the box for a missing glyph stays, no closure over GSUB.</summary>
    private const uint Flags = 0x1 | 0x2 | 0x40 | 0x200;
    private const int DroppedTables = 3;

    private static readonly string[] UselessInPdf = ["GSUB", "GPOS", "GDEF", "BASE", "cmap", "name", "post", "OS/2", "STAT", "DSIG", "gasp", "prep"];

    public static byte[] Of(Face face, IEnumerable<ushort> glyphs)
    {
        var input = hb_subset_input_create_or_fail();
        var cut = IntPtr.Zero;
        var blob = IntPtr.Zero;
        try
        {
            hb_subset_input_set_flags(input, Flags);
            foreach (var glyph in glyphs) hb_set_add(hb_subset_input_glyph_set(input), glyph);
            foreach (var table in UselessInPdf) hb_set_add(hb_subset_input_set(input, DroppedTables), TagOf(table));
            cut = hb_subset_or_fail(face.Outlines.Handle, input);
            if (cut == IntPtr.Zero) throw new InvalidOperationException($"HarfBuzz could not cut {face.Name}.");

            blob = hb_face_reference_blob(cut);
            var bytes = new byte[hb_blob_get_length(blob)];
            Marshal.Copy(hb_blob_get_data(blob, IntPtr.Zero), bytes, 0, bytes.Length);
            return bytes;
        }
        finally
        {
            hb_subset_input_destroy(input);
            hb_blob_destroy(blob);
            hb_face_destroy(cut);
        }
    }

    private static uint TagOf(string name) => ((uint)name[0] << 24) | ((uint)name[1] << 16) | ((uint)name[2] << 8) | name[3];

    [LibraryImport(Library)] private static partial IntPtr hb_subset_input_create_or_fail();
    [LibraryImport(Library)] private static partial void hb_subset_input_destroy(IntPtr input);
    [LibraryImport(Library)] private static partial void hb_subset_input_set_flags(IntPtr input, uint flags);
    [LibraryImport(Library)] private static partial IntPtr hb_subset_input_glyph_set(IntPtr input);
    [LibraryImport(Library)] private static partial IntPtr hb_subset_input_set(IntPtr input, int kind);
    [LibraryImport(Library)] private static partial IntPtr hb_subset_or_fail(IntPtr face, IntPtr input);
    [LibraryImport(Library)] private static partial void hb_set_add(IntPtr set, uint value);
    [LibraryImport(Library)] private static partial IntPtr hb_face_reference_blob(IntPtr face);
    [LibraryImport(Library)] private static partial void hb_face_destroy(IntPtr face);
    [LibraryImport(Library)] private static partial uint hb_blob_get_length(IntPtr blob);
    [LibraryImport(Library)] private static partial IntPtr hb_blob_get_data(IntPtr blob, IntPtr length);
    [LibraryImport(Library)] private static partial void hb_blob_destroy(IntPtr blob);
}
