using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;

namespace Broadsheet.Newsletters.Bounces;

/// <summary>
/// What Amazon's notification service sends, with its signature: as its guide "Verifying the signatures of Amazon SNS messages" says.
/// </summary>
internal sealed record AmazonNotice(string Type, string Topic, string Message, string SubscribeAddress, string CertificateAddress, string Version, byte[] Signature, string Signed)
{
    private static readonly string[] OfNotice = ["Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type"];
    private static readonly string[] OfInvitation = ["Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type"];

    /// <summary>Whether it only asks whether we want to hear from the topic.</summary>
    public bool IsInvitation => Type == "SubscriptionConfirmation";

    /// <summary>Null: it is none.</summary>
    public static AmazonNotice? Read(JsonElement root)
    {
        var type = root.Text("Type");
        if (type is not ("Notification" or "SubscriptionConfirmation")) return null;
        var signed = new StringBuilder();
        foreach (var field in type == "Notification" ? OfNotice : OfInvitation)
            if (root.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String) signed.Append(field).Append('\n').Append(value.GetString()).Append('\n');

        var signature = new byte[1024];
        return Convert.TryFromBase64String(root.Text("Signature"), signature, out var length)
            ? new(type, root.Text("TopicArn"), root.Text("Message"), root.Text("SubscribeURL"), root.Text("SigningCertURL"), root.Text("SignatureVersion"), signature[..length], signed.ToString()) : null;
    }

    /// <summary>Where its region's service answers; null: no topic's name.</summary>
    public static string? ServiceOf(string topic) => topic.Split(':') is ["arn", ['a', 'w', 's', .. var partition], "sns", { Length: > 0 } region, _, _] && region.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-')
        ? $"https://sns.{region}.amazonaws.com{(partition == "-cn" ? ".cn" : "")}/" : null;

    public bool IsSignedBy(X509Certificate2 certificate)
    {
        using var key = certificate.GetRSAPublicKey();
        return key is not null && Version is "1" or "2" && key!.VerifyData(Encoding.UTF8.GetBytes(Signed), Signature, Version == "2" ? HashAlgorithmName.SHA256 : HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1);
    }
}
