using System.Security.Cryptography;
using System.Text;
using MimeKit;
using MimeKit.Cryptography;
using Org.BouncyCastle.Crypto;

namespace Broadsheet.Mail;

/// <summary>
/// MimeKit's DKIM with the platform's RSA: MimeKit's own takes some twenty times as long, more than all else that is done for a mail. For one
/// mail at a time.
/// </summary>
internal sealed class PlatformDkimSigner : DkimSigner, IDisposable
{
    // RFC 8058 wants the two of unsubscribing to be signed; who could change the others could make another mail of it.
    private static readonly HeaderId[] Signed =
    [
        HeaderId.From, HeaderId.To, HeaderId.Subject, HeaderId.Date, HeaderId.MessageId, HeaderId.ReplyTo, HeaderId.MimeVersion, HeaderId.ContentType,
        HeaderId.ListUnsubscribe, HeaderId.ListUnsubscribePost, HeaderId.ListId,
    ];

    private readonly RSA _key = RSA.Create();

    public PlatformDkimSigner(string domain, string selector, string pem) : base(new MemoryStream(Encoding.UTF8.GetBytes(pem)), domain, selector, DkimSignatureAlgorithm.RsaSha256)
    {
        _key.ImportFromPem(pem);
        (HeaderCanonicalizationAlgorithm, BodyCanonicalizationAlgorithm) = (DkimCanonicalizationAlgorithm.Relaxed, DkimCanonicalizationAlgorithm.Relaxed);
    }

    public void Sign(MimeMessage message)
    {
        // As it will be sent: nobody on the way may have a reason to encode it anew.
        message.Prepare(EncodingConstraint.SevenBit);
        Sign(message, [.. Signed.Where(message.Headers.Contains)]);
    }

    public void Dispose() => _key.Dispose();

    protected override ISigner CreateSigningContext() => new Context(_key);

    private sealed class Context(RSA key) : ISigner
    {
        private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        public string AlgorithmName => "SHA-256withRSA";

        public void Init(bool forSigning, ICipherParameters parameters) => Reset();

        public void Update(byte input) => _hash.AppendData([input]);

        public void BlockUpdate(byte[] input, int inOff, int inLen) => _hash.AppendData(input, inOff, inLen);

        public void BlockUpdate(ReadOnlySpan<byte> input) => _hash.AppendData(input);

        public int GetMaxSignatureSize() => key.KeySize / 8;

        public byte[] GenerateSignature()
        {
            using (_hash) return key.SignHash(_hash.GetHashAndReset(), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }

        public bool VerifySignature(byte[] signature) => throw new NotSupportedException("It only signs.");

        public void Reset() => _hash.GetHashAndReset();
    }
}
