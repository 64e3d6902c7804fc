using static Broadsheet.Web.Text;

namespace Broadsheet.Giving.Desk;

internal static class DonorName
{
    /// <summary>How the desk calls a giver.</summary>
    public static string Of(Donor donor) =>
        donor.Name.Length > 0 ? donor.Name : donor.TypedAddress.Length > 0 ? donor.TypedAddress : T(donor.ErasedAt is null ? "donation.nameless" : "donation.erased");
}
