package org.pilet.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * Debian's Dovecot (IMAP and POP3) and OpenSMTPD on high ports of this machine, with folders of their own. What OpenSMTPD
 * keeps in fixed places of the system is hidden from it by a mount namespace, so that no other mail server is touched.
 * Every mailbox exists; the password is {@link #PASSWORD}. Dovecot speaks TLS too, with a certificate for the name
 * localhost that nobody has signed but itself, and takes access tokens if somebody answers at {@link #tokenInfo}. (Debian's
 * OpenSMTPD 6.8 cannot: with OpenSSL 3 its handshake ends in "missing private key", whatever the key and the client.)
 */
final class RealMailServers implements AutoCloseable {

    static final String PASSWORD = "pilet-real";

    private static final Path DOVECOT = Path.of("/usr/sbin/dovecot");
    private static final Path SMTPD = Path.of("/usr/sbin/smtpd");
    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

    private final Path folder;
    private final int smtp;
    private final int imap;
    private final int pop;
    private final int imaps;
    private final int pops;
    private final int tokenInfo;
    private final List<Process> processes = new ArrayList<>();

    private RealMailServers(Path folder, int offset) {
        this.folder = folder;
        smtp = 24_025 + offset;
        imap = 24_143 + offset;
        pop = 24_110 + offset;
        imaps = 24_993 + offset;
        pops = 24_995 + offset;
        tokenInfo = 24_080 + offset;
    }

    static RealMailServers start(Path folder, int offset) {
        requireInstalled();
        RealMailServers servers = new RealMailServers(folder, offset);
        try {
            servers.startAll();
            return servers;
        } catch (IOException e) {
            servers.close();
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            servers.close();
            throw e;
        }
    }

    private static void requireInstalled() {
        boolean pop3 = Files.exists(Path.of("/usr/lib/dovecot/pop3"));
        if (!Files.isExecutable(DOVECOT) || !Files.isExecutable(SMTPD) || !pop3) {
            throw new IllegalStateException("This test needs real mail servers. Install them, as .ci/run does: apt-get"
                    + " install dovecot-imapd dovecot-pop3d opensmtpd (none of their services need run). Or leave this"
                    + " test out: run Maven without -Dit.left.out=none");
        }
        if (!ROOT) {
            throw new IllegalStateException("OpenSMTPD starts for root only, who also hides the system's mail folders"
                    + " from it. Run this test as root, say in a container, as .ci/run does. Or leave it out:"
                    + " run Maven without -Dit.left.out=none");
        }
    }

    int smtp() {
        return smtp;
    }

    int imaps() {
        return imaps;
    }

    int pops() {
        return pops;
    }

    /** Where Dovecot asks whose an access token is, at this machine's {@code /tokeninfo?access_token=}. */
    int tokenInfo() {
        return tokenInfo;
    }

    /** The servers' certificate in PEM. */
    Path certificate() {
        return folder.resolve("localhost.pem");
    }

    int imap() {
        return imap;
    }

    int pop() {
        return pop;
    }

    private void startAll() throws IOException {
        delete(folder);
        Path mail = Files.createDirectories(folder.resolve("mail"));
        Files.createDirectories(folder.resolve("state"));
        Files.setPosixFilePermissions(mail, PosixFilePermissions.fromString("rwxrwxrwx"));
        certify();
        run("dovecot", DOVECOT.toString(), "-F", "-c", written("dovecot.conf", dovecot(mail)));
        String inside = "mount -t tmpfs -o mode=755 none /var/spool; mount -t tmpfs -o mode=755 none /run;"
                + " mkdir -m 711 /var/spool/smtpd; exec " + SMTPD + " -d -f " + written("smtpd.conf", smtpd(mail));
        run("smtpd", "unshare", "--mount", "--propagation", "private", "sh", "-ec", inside);
        for (int port : new int[] {smtp, imap, pop}) {
            Awaitility.await("port " + port + ", see " + folder + "/*.out")
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> answers(port));
        }
    }

    private void certify() throws IOException {
        Path out = folder.resolve("openssl.out");
        Process made = new ProcessBuilder(
                        "openssl",
                        "req",
                        "-x509",
                        "-newkey",
                        "rsa:2048",
                        "-nodes",
                        "-days",
                        "2",
                        "-subj",
                        "/CN=localhost",
                        "-addext",
                        "subjectAltName=DNS:localhost",
                        "-keyout",
                        key().toString(),
                        "-out",
                        certificate().toString())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        try {
            if (!made.waitFor(30, TimeUnit.SECONDS) || made.exitValue() != 0) {
                throw new IllegalStateException("No certificate: see " + out);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
        Files.setPosixFilePermissions(key(), PosixFilePermissions.fromString("rw-------"));
    }

    private Path key() {
        return folder.resolve("localhost.key");
    }

    private String dovecot(Path mail) throws IOException {
        String tokens = String.join(
                "\n",
                "tokeninfo_url = http://127.0.0.1:" + tokenInfo + "/tokeninfo?access_token=",
                "username_attribute = email",
                "");
        return String.join(
                "\n",
                "base_dir = " + folder.resolve("run"),
                "state_dir = " + folder.resolve("state"),
                "log_path = " + folder.resolve("dovecot.log"),
                "protocols = imap pop3",
                "listen = 127.0.0.1",
                "ssl = yes",
                "ssl_cert = <" + certificate(),
                "ssl_key = <" + key(),
                "auth_mechanisms = plain login xoauth2",
                "disable_plaintext_auth = no",
                "mail_max_userip_connections = 100",
                "mail_location = maildir:" + mail + "/%u",
                "first_valid_uid = 0",
                "passdb {\n driver = oauth2\n mechanisms = xoauth2\n args = " + written("tokens.conf", tokens) + "\n}",
                "passdb {\n driver = static\n mechanisms = plain login\n args = password=" + PASSWORD + "\n}",
                "userdb {\n driver = static\n args = uid=65534 gid=65534 home=" + mail + "/%u allow_all_users=yes\n}",
                "service imap-login {\n chroot =\n inet_listener imap {\n port = " + imap
                        + "\n }\n inet_listener imaps {\n port = " + imaps + "\n ssl = yes\n }\n}",
                "service pop3-login {\n chroot =\n inet_listener pop3 {\n port = " + pop
                        + "\n }\n inet_listener pop3s {\n port = " + pops + "\n ssl = yes\n }\n}",
                "");
    }

    private String smtpd(Path mail) {
        return String.join(
                "\n",
                "table anybody { \"@\" = \"nobody\" }",
                "listen on 127.0.0.1 port " + smtp + " hostname mx.pilet.test",
                "action deliver maildir \"" + mail + "/%{rcpt.user}@%{rcpt.domain}\" virtual <anybody>",
                "match from any for any action deliver",
                "");
    }

    private String written(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private void run(String name, String... command) throws IOException {
        processes.add(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".out").toFile())
                .start());
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 1000);
            return socket.getInputStream().read() >= 0;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.sorted((a, b) -> b.compareTo(a)).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    @Override
    public void close() {
        processes.forEach(Process::destroy);
        for (Process process : processes) {
            try {
                if (!process.waitFor(5, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
