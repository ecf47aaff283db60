package org.pilet.channels.mail.secure;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
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
 */
public record TrustedCertificates(Set<X509Certificate> authorities, Set<X509Certificate> people) {

    public static final TrustedCertificates NOBODY = new TrustedCertificates(Set.of(), Set.of());

    /** Whether a chain of certificates, all within their terms then, leads to one of the authorities. Not asked: revocation. */
    boolean trusts(X509Certificate certificate, Collection<X509Certificate> sent, Instant at) {
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
            CertPathBuilder.getInstance("PKIX").build(parameters);
            return true;
        } catch (GeneralSecurityException noPath) {
            return false;
        }
    }
}
