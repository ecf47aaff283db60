package org.pilet.channels.mail.secure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.pgpainless.PGPainless;
import org.pgpainless.algorithm.DocumentSignatureType;
import org.pgpainless.encryption_signing.EncryptionOptions;
import org.pgpainless.encryption_signing.ProducerOptions;
import org.pgpainless.encryption_signing.SigningOptions;
import org.pgpainless.key.protection.SecretKeyRingProtector;
import org.pilet.channels.mail.mime.MailParser;
import org.pilet.channels.mail.mime.ParsedMail;

class SecureMailTest {

    private static final Instant NOW = Instant.parse("2026-03-03T10:15:00Z");
    private static final String ANNA = "anna@northwind.test";
    private static final KeyPair AUTHORITY_KEY = pair();
    private static final X509Certificate AUTHORITY = certificate("CN=Authority", null, AUTHORITY_KEY, true, 3650);
    private static final Smime.Identity IDENTITY = identity("CN=Anna Saar", ANNA, 365);
    private static final PGPSecretKeyRing KEY = key("Anna Saar <anna@northwind.test>");
    private static final PGPPublicKeyRing PUBLIC = PGPainless.extractCertificate(KEY);

    private static final byte[] MAIL =
            bytes("From: Anna <anna@northwind.test>\nTo: support@pilet.test\nSubject: Printer\n"
                    + "Message-ID: <1@northwind.test>\nMIME-Version: 1.0\nContent-Type: text/plain;\n charset=utf-8\n"
                    + "Content-Transfer-Encoding: quoted-printable\n\nT=C3=A4na on katki.  \n\nAnna\n");

    private static final byte[] SMIME_SIGNED = SecureMail.signed(MAIL, IDENTITY);
    private static final byte[] PGP_SIGNED = SecureMail.signed(MAIL, KEY);

    @Test
    void a_signature_by_somebody_whom_a_trusted_authority_knows_is_said_to_be_one() {
        byte[] signed = SecureMail.signed(MAIL, IDENTITY);
        MailFinding found = only(SecureMail.look(signed, ANNA, trusting(), NOW));
        assertThat(found.scheme()).isEqualTo(MailFinding.Scheme.SMIME);
        assertThat(found.state()).isEqualTo(MailFinding.State.VALID);
        assertThat(found.signer()).isEqualTo("Anna Saar");
        assertThat(found.addresses()).containsExactly(ANNA);
        assertThat(found.trusted()).isTrue();
        assertThat(found.current()).isTrue();
        assertThat(found.author()).isTrue();
        assertThat(found.whole()).isTrue();
        ParsedMail read = MailParser.parse(new ByteArrayInputStream(signed));
        assertThat(read.text()).startsWith("Täna on katki.");
        assertThat(read.messageId()).isEqualTo("1@northwind.test");
    }

    @Test
    void nothing_is_claimed_that_was_not_checked() {
        byte[] signed = SecureMail.signed(MAIL, IDENTITY);
        MailFinding stranger = only(SecureMail.look(signed, ANNA, SecureMail.Keys.NONE, NOW));
        assertThat(stranger.state()).isEqualTo(MailFinding.State.VALID);
        assertThat(stranger.trusted()).isFalse();
        MailFinding other = only(SecureMail.look(signed, "bert@northwind.test", trusting(), NOW));
        assertThat(other.author()).isFalse();
        MailFinding late = only(SecureMail.look(signed, ANNA, trusting(), NOW.plus(Duration.ofDays(500))));
        assertThat(late.current()).isFalse();
        assertThat(late.trusted()).isFalse();
    }

    @Test
    void what_a_list_adds_is_not_signed() {
        String signed = text(SecureMail.signed(MAIL, IDENTITY));
        int body = signed.indexOf("Content-Type: multipart/signed");
        String listed =
                "From: Anna <anna@northwind.test>\r\nContent-Type: multipart/mixed; boundary=list\r\n\r\n--list\r\n"
                        + signed.substring(body)
                        + "\r\n--list\r\nContent-Type: text/plain\r\n\r\nfooter\r\n--list--\r\n";
        MailFinding found = only(SecureMail.look(bytes(listed), ANNA, trusting(), NOW));
        assertThat(found.state()).isEqualTo(MailFinding.State.VALID);
        assertThat(found.whole()).isFalse();
    }

    @Test
    void a_changed_word_breaks_the_signature() {
        for (byte[] signed : List.of(SecureMail.signed(MAIL, IDENTITY), SecureMail.signed(MAIL, KEY))) {
            byte[] changed = bytes(text(signed).replace("katki", "korras"));
            assertThat(only(SecureMail.look(changed, ANNA, trusting(), NOW)).state())
                    .isEqualTo(MailFinding.State.INVALID);
            assertThat(only(SecureMail.look(changed, ANNA, trusting(), NOW)).trusted())
                    .isFalse();
        }
    }

    @Test
    void other_line_ends_do_not() {
        for (byte[] signed : List.of(SecureMail.signed(MAIL, IDENTITY), SecureMail.signed(MAIL, KEY))) {
            byte[] unix = bytes(text(signed).replace("\r\n", "\n"));
            assertThat(only(SecureMail.look(unix, ANNA, trusting(), NOW)).state())
                    .isEqualTo(MailFinding.State.VALID);
        }
    }

    @Test
    void openpgp_says_whose_key_it_was_or_that_nobody_knows() {
        byte[] signed = SecureMail.signed(MAIL, KEY);
        MailFinding found = only(SecureMail.look(signed, ANNA, trusting(), NOW));
        assertThat(found.scheme()).isEqualTo(MailFinding.Scheme.OPENPGP);
        assertThat(found.state()).isEqualTo(MailFinding.State.VALID);
        assertThat(found.signer()).isEqualTo("Anna Saar");
        assertThat(found.trusted()).isTrue();
        assertThat(found.author()).isTrue();
        assertThat(only(SecureMail.look(signed, ANNA, SecureMail.Keys.NONE, NOW))
                        .state())
                .isEqualTo(MailFinding.State.UNKNOWN_KEY);
        PGPSecretKeyRing other = key("Bert <bert@northwind.test>");
        SecureMail.Keys wrong = new SecureMail.Keys(
                List.of(),
                TrustedCertificates.NOBODY,
                List.of(),
                List.of(new OpenPgp.Known(PGPainless.extractCertificate(other), true)));
        assertThat(only(SecureMail.look(signed, ANNA, wrong, NOW)).state()).isEqualTo(MailFinding.State.UNKNOWN_KEY);
    }

    @Test
    void what_is_encrypted_to_us_is_opened_and_its_signature_checked() {
        for (byte[] sealed : List.of(
                SecureMail.encrypted(MAIL, IDENTITY, List.of(IDENTITY.certificate())),
                SecureMail.encrypted(MAIL, KEY, List.of(PUBLIC)))) {
            assertThat(text(sealed)).doesNotContain("katki");
            SecureMail.Looked looked = SecureMail.look(sealed, ANNA, trusting(), NOW);
            assertThat(looked.encrypted()).isTrue();
            assertThat(looked.locked()).isFalse();
            assertThat(only(looked).state()).isEqualTo(MailFinding.State.VALID);
            ParsedMail read = MailParser.parse(new ByteArrayInputStream(looked.plain()));
            assertThat(read.text()).startsWith("Täna on katki.");
            assertThat(read.subject()).isEqualTo("Printer");
            assertThat(read.from().orElseThrow().address()).isEqualTo(ANNA);
        }
    }

    @Test
    void what_is_encrypted_to_others_stays_closed() {
        for (byte[] sealed : List.of(
                SecureMail.encrypted(
                        MAIL,
                        (Smime.Identity) null,
                        List.of(identity("CN=Bert", "b@b.test", 9).certificate())),
                SecureMail.encrypted(
                        MAIL, (PGPSecretKeyRing) null, List.of(PGPainless.extractCertificate(key("B <b@b.test>")))))) {
            SecureMail.Looked looked = SecureMail.look(sealed, ANNA, trusting(), NOW);
            assertThat(looked.locked()).isTrue();
            assertThat(looked.plain()).isNull();
            assertThat(looked.findings()).isEmpty();
        }
    }

    @Test
    void a_mail_that_is_neither_is_left_alone() {
        SecureMail.Looked looked = SecureMail.look(MAIL, ANNA, trusting(), NOW);
        assertThat(looked).isEqualTo(new SecureMail.Looked(null, false, false, List.of()));
    }

    @Test
    void a_key_with_a_passphrase_is_unlocked_by_it_only() throws Exception {
        PGPSecretKeyRing locked = PGPainless.generateKeyRing().modernKeyRing("A <a@a.test>", "secret");
        assertThat(OpenPgp.unlocked(locked, "wrong")).isEmpty();
        PGPSecretKeyRing open = OpenPgp.unlocked(locked, "secret").orElseThrow();
        assertThat(text(SecureMail.signed(MAIL, open))).contains("BEGIN PGP SIGNATURE");
    }

    /** Whatever somebody does to a signed mail, nothing but the whole original is called valid, and nothing throws. */
    @Property(tries = 150)
    void a_damaged_mail_never_fails_and_never_passes_with_other_words(@ForAll long seed, @ForAll boolean pgp) {
        Random random = new Random(seed);
        byte[] mail = (pgp ? PGP_SIGNED : SMIME_SIGNED).clone();
        for (int i = 0; i <= random.nextInt(4); i++) {
            mail[random.nextInt(mail.length)] = (byte) (32 + random.nextInt(90));
        }
        SecureMail.Looked looked = SecureMail.look(mail, ANNA, trusting(), NOW);
        boolean passed = looked.findings().stream().anyMatch(each -> each.state() == MailFinding.State.VALID);
        if (passed) {
            assertThat(text(mail)).contains("T=C3=A4na on katki.");
        }
    }

    @Test
    void lines_that_are_signed_or_encrypted_within_a_text_are_read_too() throws Exception {
        String head = "From: Anna <anna@northwind.test>\r\nSubject: Printer\r\nMessage-ID: <2@northwind.test>\r\n";
        String type = "Content-Type: text/plain; charset=utf-8\r\n\r\n";
        byte[] words = "Täna on katki.\n- alates hommikust\n".getBytes(StandardCharsets.UTF_8);
        String signed = armored(
                words,
                ProducerOptions.sign(SigningOptions.get()
                                .addDetachedSignature(
                                        SecretKeyRingProtector.unprotectedKeys(),
                                        KEY,
                                        DocumentSignatureType.CANONICAL_TEXT_DOCUMENT))
                        .setCleartextSigned());
        String encrypted = armored(
                words,
                ProducerOptions.signAndEncrypt(
                        EncryptionOptions.get().addRecipient(PUBLIC),
                        SigningOptions.get()
                                .addInlineSignature(
                                        SecretKeyRingProtector.unprotectedKeys(),
                                        KEY,
                                        DocumentSignatureType.BINARY_DOCUMENT)));
        for (String lines : List.of(signed, encrypted)) {
            SecureMail.Looked alone = SecureMail.look(bytes(head + type + lines), ANNA, trusting(), NOW);
            assertThat(only(alone).state()).isEqualTo(MailFinding.State.VALID);
            assertThat(only(alone).whole()).isTrue();
            assertThat(alone.encrypted()).isEqualTo(lines.equals(encrypted));
            assertThat(MailParser.parse(new ByteArrayInputStream(alone.plain())).text())
                    .startsWith("Täna on katki.\n- alates")
                    .doesNotContain("PGP");

            String among =
                    head + "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n" + type + "Before\r\n" + lines
                            + "\r\nAfter\r\n--x\r\nContent-Type: text/csv\r\nContent-Disposition: attachment; filename=a.csv\r\n"
                            + "\r\n1;2\r\n--x--\r\n";
            SecureMail.Looked between = SecureMail.look(bytes(among), ANNA, trusting(), NOW);
            assertThat(only(between).whole()).isFalse();
            ParsedMail read = MailParser.parse(new ByteArrayInputStream(between.plain()));
            assertThat(read.text())
                    .contains("Before")
                    .contains("Täna on katki.")
                    .contains("After");
            assertThat(read.parts()).hasSize(1);
        }
        SecureMail.Looked changed =
                SecureMail.look(bytes(head + type + signed.replace("hommikust", "eilsest")), ANNA, trusting(), NOW);
        assertThat(only(changed).state()).isEqualTo(MailFinding.State.INVALID);
        SecureMail.Looked locked = SecureMail.look(bytes(head + type + encrypted), ANNA, SecureMail.Keys.NONE, NOW);
        assertThat(locked.locked()).isTrue();
        assertThat(locked.plain()).isNull();
        assertThat(SecureMail.suspectedIn(signed)).isTrue();
        assertThat(SecureMail.suspectedIn(encrypted)).isTrue();
    }

    private static String armored(byte[] words, ProducerOptions options) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (var stream = PGPainless.encryptAndOrSign().onOutputStream(out).withOptions(options)) {
            stream.write(words);
        }
        return text(out.toByteArray());
    }

    @Test
    void what_was_taken_back_is_not_trusted() throws Exception {
        JcaX509v2CRLBuilder list = new JcaX509v2CRLBuilder(AUTHORITY.getSubjectX500Principal(), Date.from(NOW));
        list.addCRLEntry(IDENTITY.certificate().getSerialNumber(), Date.from(NOW), CRLReason.keyCompromise);
        X509CRL genuine = crl(list, AUTHORITY_KEY);
        X509CRL forged = crl(list, pair());
        byte[] signed = SecureMail.signed(MAIL, IDENTITY);
        MailFinding found = only(SecureMail.look(signed, ANNA, revoking(genuine), NOW));
        assertThat(found.state()).isEqualTo(MailFinding.State.VALID);
        assertThat(found.revoked()).isTrue();
        assertThat(found.trusted()).isFalse();
        assertThat(only(SecureMail.look(signed, ANNA, revoking(forged), NOW)).trusted())
                .isTrue();

        assertThat(OpenPgp.revoked(PUBLIC)).isFalse();
        PGPSecretKeyRing revoked = PGPainless.modifyKeyRing(KEY)
                .revoke(SecretKeyRingProtector.unprotectedKeys())
                .done();
        PGPPublicKeyRing told = PGPainless.extractCertificate(revoked);
        assertThat(OpenPgp.revoked(told)).isTrue();
        SecureMail.Keys keys = new SecureMail.Keys(
                List.of(), TrustedCertificates.NOBODY, List.of(), List.of(new OpenPgp.Known(told, true)));
        MailFinding late = only(SecureMail.look(SecureMail.signed(MAIL, KEY), ANNA, keys, NOW));
        assertThat(late.revoked()).isTrue();
        assertThat(late.trusted()).isFalse();
    }

    private static X509CRL crl(JcaX509v2CRLBuilder list, KeyPair by) throws Exception {
        return new JcaX509CRLConverter()
                .getCRL(list.build(new JcaContentSignerBuilder("SHA256withRSA").build(by.getPrivate())));
    }

    private static SecureMail.Keys revoking(X509CRL list) {
        return new SecureMail.Keys(
                List.of(IDENTITY),
                new TrustedCertificates(Set.of(AUTHORITY), Set.of(), Set.of(list)),
                List.of(),
                List.of());
    }

    private static SecureMail.Keys trusting() {
        return new SecureMail.Keys(
                List.of(IDENTITY),
                new TrustedCertificates(Set.of(AUTHORITY), Set.of(), Set.of()),
                List.of(KEY),
                List.of(new OpenPgp.Known(PUBLIC, true)));
    }

    private static MailFinding only(SecureMail.Looked looked) {
        assertThat(looked.findings()).hasSize(1);
        return looked.findings().get(0);
    }

    private static Smime.Identity identity(String name, String address, int days) {
        KeyPair pair = pair();
        return new Smime.Identity(certificate(name, address, pair, false, days), pair.getPrivate());
    }

    private static X509Certificate certificate(String name, String address, KeyPair pair, boolean authority, int days) {
        try {
            PrivateKey signer = authority ? pair.getPrivate() : AUTHORITY_KEY.getPrivate();
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    new X500Name("CN=Authority"),
                    BigInteger.valueOf(new Random().nextInt(1 << 30) + 1L),
                    Date.from(NOW.minus(Duration.ofDays(1))),
                    Date.from(NOW.plus(Duration.ofDays(days))),
                    new X500Name(name),
                    pair.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            if (address != null) {
                builder.addExtension(
                        Extension.subjectAlternativeName,
                        false,
                        new GeneralNames(new GeneralName(GeneralName.rfc822Name, address)));
            }
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(signer)));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static PGPSecretKeyRing key(String id) {
        try {
            return PGPainless.generateKeyRing().modernKeyRing(id);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String mail) {
        return mail.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String text(byte[] mail) {
        return new String(mail, StandardCharsets.ISO_8859_1);
    }
}
