package org.pilet.channels.mail.secure;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.cert.CRLException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Date;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSEnvelopedData;
import org.bouncycastle.cms.CMSEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.util.Selector;

/** S/MIME by Bouncy Castle, whose provider is handed over at each call and never registered with the platform. */
public final class Smime {

    private static final Provider PROVIDER = new BouncyCastleProvider();
    private static final int LINE = 76;

    private Smime() {}

    /** A certificate with its private key. */
    public record Identity(X509Certificate certificate, PrivateKey key) {}

    static List<MailFinding> check(SignedBytes signed, String author, TrustedCertificates trust, Instant at) {
        try {
            CMSSignedData data = signed.kind() == SignedBytes.Kind.SMIME_APART
                    ? new CMSSignedData(new CMSProcessableByteArray(signed.content()), signed.signature())
                    : new CMSSignedData(signed.content());
            List<MailFinding> found = new ArrayList<>();
            for (SignerInformation signer : data.getSignerInfos().getSigners()) {
                found.add(check(data, signer, signed.whole(), author, trust, at));
            }
            return found.isEmpty() ? List.of(unreadable(signed)) : found;
        } catch (CMSException | RuntimeException broken) { // the library trips over malformed input in many ways
            return signed.kind() == SignedBytes.Kind.SMIME_APART ? List.of(unreadable(signed)) : List.of();
        }
    }

    private static MailFinding unreadable(SignedBytes signed) {
        return new MailFinding(
                MailFinding.Scheme.SMIME,
                MailFinding.State.INVALID,
                "",
                List.of(),
                "",
                false,
                false,
                false,
                signed.whole());
    }

    @SuppressWarnings("unchecked") // the library's selector knows no certificate type
    private static MailFinding check(
            CMSSignedData data,
            SignerInformation signer,
            boolean whole,
            String author,
            TrustedCertificates trust,
            Instant at) {
        Collection<X509CertificateHolder> matching =
                data.getCertificates().getMatches((Selector<X509CertificateHolder>) signer.getSID());
        List<X509Certificate> sent = certificates(data.getCertificates().getMatches(null));
        List<X509Certificate> signers = new ArrayList<>(certificates(matching));
        trust.people().stream()
                .filter(each -> signer.getSID().match(holder(each)))
                .forEach(signers::add);
        if (signers.isEmpty()) {
            return new MailFinding(
                    MailFinding.Scheme.SMIME,
                    MailFinding.State.UNKNOWN_KEY,
                    "",
                    List.of(),
                    String.valueOf(signer.getSID().getSerialNumber()),
                    false,
                    false,
                    false,
                    whole);
        }
        X509Certificate certificate = signers.get(0);
        boolean fits = fits(signer, certificate);
        List<String> addresses = addresses(certificate);
        return new MailFinding(
                MailFinding.Scheme.SMIME,
                fits ? MailFinding.State.VALID : MailFinding.State.INVALID,
                name(certificate),
                addresses,
                fingerprint(certificate),
                fits && trust.trusts(certificate, sent, at),
                current(certificate, at),
                author != null && addresses.contains(author),
                whole,
                fits && trust.revoked(certificate));
    }

    private static boolean fits(SignerInformation signer, X509Certificate certificate) {
        try {
            boolean[] usage = certificate.getKeyUsage();
            boolean maySign = usage == null || usage[0] || usage[1];
            // The certificate's term is said apart: a signature does not stop fitting when it ends.
            return maySign
                    && signer.verify(new JcaSimpleSignerInfoVerifierBuilder()
                            .setProvider(PROVIDER)
                            .build(certificate.getPublicKey()));
        } catch (CMSException | OperatorCreationException doesNotFit) {
            return false;
        }
    }

    /** The entity within an envelope for one of these, or empty. */
    static Optional<byte[]> opened(byte[] envelope, List<Identity> identities) {
        try {
            CMSEnvelopedData data = new CMSEnvelopedData(envelope);
            for (RecipientInformation recipient : data.getRecipientInfos().getRecipients()) {
                for (Identity identity : identities) {
                    if (recipient.getRID().match(holder(identity.certificate()))) {
                        return Optional.of(recipient.getContent(
                                new JceKeyTransEnvelopedRecipient(identity.key()).setProvider(PROVIDER)));
                    }
                }
            }
            return Optional.empty();
        } catch (CMSException | RuntimeException notForUs) { // as above
            return Optional.empty();
        }
    }

    /** A multipart/signed entity around this one. */
    static byte[] signed(byte[] entity, Identity by) {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            String algorithm = by.key().getAlgorithm().startsWith("EC") ? "SHA256withECDSA" : "SHA256withRSA";
            generator.addSignerInfoGenerator(new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder()
                            .setProvider(PROVIDER)
                            .build())
                    .build(
                            new JcaContentSignerBuilder(algorithm)
                                    .setProvider(PROVIDER)
                                    .build(by.key()),
                            by.certificate()));
            generator.addCertificates(new JcaCertStore(List.of(by.certificate())));
            byte[] signature = generator
                    .generate(new CMSProcessableByteArray(entity), false)
                    .getEncoded();
            return Entities.signed(
                    entity,
                    "application/pkcs7-signature; name=\"smime.p7s\"",
                    "application/pkcs7-signature",
                    "sha-256",
                    base64(signature),
                    "smime.p7s");
        } catch (OperatorCreationException | GeneralSecurityException | CMSException | IOException unusable) {
            throw new IllegalStateException("The key of " + name(by.certificate()) + " cannot sign", unusable);
        }
    }

    /** An envelope that only the holders of these certificates can open. */
    static byte[] encrypted(byte[] entity, List<X509Certificate> recipients) {
        try {
            CMSEnvelopedDataGenerator generator = new CMSEnvelopedDataGenerator();
            for (X509Certificate recipient : recipients) {
                generator.addRecipientInfoGenerator(
                        new JceKeyTransRecipientInfoGenerator(recipient).setProvider(PROVIDER));
            }
            byte[] envelope = generator
                    .generate(
                            new CMSProcessableByteArray(entity),
                            new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_CBC)
                                    .setProvider(PROVIDER)
                                    .build())
                    .getEncoded();
            String head = "Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=\"smime.p7m\"\r\n"
                    + "Content-Transfer-Encoding: base64\r\n"
                    + "Content-Disposition: attachment; filename=\"smime.p7m\"\r\n\r\n";
            return (head + base64(envelope) + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        } catch (CMSException | IOException | GeneralSecurityException unusable) {
            throw new IllegalStateException("A certificate cannot be encrypted to", unusable);
        }
    }

    /** The certificates in a file, as PEM or binary. */
    public static List<X509Certificate> certificates(byte[] file) throws CertificateException {
        List<X509Certificate> found = new ArrayList<>();
        CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(file))
                .forEach(each -> found.add((X509Certificate) each));
        return found;
    }

    /** The list of revoked certificates in a file, as PEM or binary. */
    public static X509CRL revocations(byte[] file) throws CRLException {
        try {
            X509CRL list =
                    (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(file));
            if (list == null) {
                throw new CRLException("There is no list in it");
            }
            return list;
        } catch (CertificateException impossible) {
            throw new IllegalStateException(impossible); // every Java platform must know X.509
        }
    }

    /** Who has taken certificates back. */
    public static String name(X509CRL list) {
        return name(X500Name.getInstance(list.getIssuerX500Principal().getEncoded()));
    }

    /** How the certificate names its holder. */
    public static String name(X509Certificate certificate) {
        return name(holder(certificate).getSubject());
    }

    private static String name(X500Name subject) {
        RDN[] common = subject.getRDNs(BCStyle.CN);
        return common.length == 0
                ? subject.toString()
                : IETFUtils.valueToString(common[0].getFirst().getValue());
    }

    /** The addresses it is for, in lower case. */
    public static List<String> addresses(X509Certificate certificate) {
        Set<String> found = new LinkedHashSet<>();
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            if (names != null) {
                names.stream()
                        .filter(name -> Integer.valueOf(1).equals(name.get(0)))
                        .forEach(name -> found.add(String.valueOf(name.get(1)).toLowerCase(Locale.ROOT)));
            }
        } catch (CertificateException unreadable) {
            // then only what the subject says
        }
        for (RDN address : holder(certificate).getSubject().getRDNs(BCStyle.EmailAddress)) {
            found.add(IETFUtils.valueToString(address.getFirst().getValue()).toLowerCase(Locale.ROOT));
        }
        return List.copyOf(found);
    }

    /** SHA-256 over the certificate, in hexadecimal digits. */
    public static String fingerprint(X509Certificate certificate) {
        try {
            return fingerprint(certificate.getEncoded());
        } catch (CertificateEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** SHA-256 in hexadecimal digits. */
    public static String fingerprint(byte[] encoded) {
        try {
            return HexFormat.of()
                    .withUpperCase()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(encoded));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean current(X509Certificate certificate, Instant at) {
        Date then = Date.from(at);
        return !then.before(certificate.getNotBefore()) && !then.after(certificate.getNotAfter());
    }

    private static X509CertificateHolder holder(X509Certificate certificate) {
        try {
            return new JcaX509CertificateHolder(certificate);
        } catch (CertificateEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<X509Certificate> certificates(Collection<X509CertificateHolder> holders) {
        List<X509Certificate> found = new ArrayList<>();
        JcaX509CertificateConverter converter = new JcaX509CertificateConverter().setProvider(PROVIDER);
        for (X509CertificateHolder holder : holders) {
            try {
                found.add(converter.getCertificate(holder));
            } catch (CertificateException unreadable) {
                // it proves nothing
            }
        }
        return found;
    }

    private static String base64(byte[] bytes) {
        return Base64.getMimeEncoder(LINE, new byte[] {'\r', '\n'}).encodeToString(bytes);
    }
}
