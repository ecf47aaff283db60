package org.pilet.channels.mail.secure;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whom the house trusts to have signed.
 *
 * @param authorities whose certificates for people count
 * @param people certificates that count by themselves
 * @param revocations what authorities have taken back, as far as their lists were brought here; nobody is asked
 */
public record TrustedCertificates(
        Set<X509Certificate> authorities, Set<X509Certificate> people, Set<X509CRL> revocations) {

    public static final TrustedCertificates NOBODY = new TrustedCertificates(Set.of(), Set.of(), Set.of());

    /** Whether one of the authorities has made this list. */
    public boolean vouches(X509CRL list) {
        return authorities.stream()
                .filter(each -> each.getSubjectX500Principal().equals(list.getIssuerX500Principal()))
                .anyMatch(each -> {
                    try {
                        list.verify(each.getPublicKey());
                        return true;
                    } catch (GeneralSecurityException another) {
                        return false;
                    }
                });
    }

    /** Whether its authority has taken it back. */
    public boolean revoked(X509Certificate certificate) {
        return revocations.stream()
                .filter(list -> list.getIssuerX500Principal().equals(certificate.getIssuerX500Principal()))
                .filter(this::vouches)
                .anyMatch(list -> list.isRevoked(certificate));
    }

    /** Whether a chain of certificates, all within their terms then and none taken back, leads to one of the authorities. */
    boolean trusts(X509Certificate certificate, Collection<X509Certificate> sent, Instant at) {
        if (revoked(certificate)) {
            return false;
        }
        if (people.contains(certificate)) {
            return true;
        }
        if (authorities.isEmpty()) {
            return false;
        }
        try {
            X509CertSelector target = new X509CertSelector();
            target.setCertificate(certificate);
            PKIXBuilderParameters parameters = new PKIXBuilderParameters(
                    authorities.stream()
                            .map(each -> new TrustAnchor(each, null))
                            .collect(Collectors.toSet()),
                    target);
            parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(sent)));
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(at));
            return CertPathBuilder.getInstance("PKIX").build(parameters).getCertPath().getCertificates().stream()
                    .noneMatch(each -> revoked((X509Certificate) each));
        } catch (GeneralSecurityException noPath) {
            return false;
        }
    }
}
