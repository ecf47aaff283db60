package org.pilet.channels.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.pilet.platform.Settings;

/**
 * Which mail servers are believed to be who they say. A connection is encrypted or does not come about, and the certificate
 * must be for the name that was asked for. Trusted are the authorities of the Java running here and, besides, those in the
 * PEM file that {@code pilet.mail.trust} names, for servers with certificates of the house's own. The file is read again
 * when it has changed.
 */
@ApplicationScoped
class MailTrust {

    private static final Logger LOG = Logger.getLogger(MailTrust.class.getName());

    /** A file as it was read. */
    private record Known(FileTime changed, SSLSocketFactory factory) {}

    private Path file;
    private volatile Known known;
    private volatile boolean missing;

    MailTrust() {}

    @Inject
    MailTrust(Settings settings) {
        this(settings.environment("pilet.mail.trust", null));
    }

    MailTrust(String file) {
        this.file = file == null ? null : Path.of(file);
    }

    /** For connections of this protocol, smtp or imaps for example. */
    void apply(Properties properties, String protocol, boolean startTls) throws IOException {
        String prefix = "mail." + protocol + ".";
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty(prefix + "starttls.enable", String.valueOf(startTls));
        properties.setProperty(prefix + "starttls.required", String.valueOf(startTls));
        SSLSocketFactory own = factory();
        if (own != null) {
            properties.put(prefix + "ssl.socketFactory", own);
            properties.setProperty(prefix + "socketFactory.fallback", "false");
        }
    }

    private SSLSocketFactory factory() throws IOException {
        if (file == null) {
            return null;
        }
        if (!Files.isReadable(file)) {
            if (!missing) {
                LOG.log(Level.WARNING, "{0}, which pilet.mail.trust names, cannot be read", file);
            }
            missing = true;
            return null;
        }
        missing = false;
        FileTime changed = Files.getLastModifiedTime(file);
        Known now = known;
        if (now == null || !now.changed().equals(changed)) {
            now = new Known(changed, read());
            known = now;
        }
        return now.factory();
    }

    private SSLSocketFactory read() throws IOException {
        try (InputStream pem = Files.newInputStream(file)) {
            KeyStore all = KeyStore.getInstance(KeyStore.getDefaultType());
            all.load(null, null);
            int number = 0;
            for (X509Certificate each : usual()) {
                all.setCertificateEntry("usual-" + number++, each);
            }
            Collection<? extends Certificate> own =
                    CertificateFactory.getInstance("X.509").generateCertificates(pem);
            for (Certificate each : own) {
                all.setCertificateEntry("own-" + number++, each);
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers(all), null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException malformed) {
            throw new IOException(file + ", which pilet.mail.trust names, holds no certificates in PEM", malformed);
        }
    }

    private static List<X509Certificate> usual() throws GeneralSecurityException {
        for (TrustManager manager : managers(null)) {
            if (manager instanceof X509TrustManager usual) {
                return List.of(usual.getAcceptedIssuers());
            }
        }
        return List.of();
    }

    private static TrustManager[] managers(KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }
}
