package org.pilet.server;

import java.util.LinkedHashMap;
import java.util.Map;

/** The settings by which an application server finds its embedded database and mail server. */
public final class Surroundings {

    private final Map<String, String> settings = new LinkedHashMap<>();

    public Surroundings(EmbeddedDatabase database, String name, Ports ports, String secret) {
        settings.put("pilet.demo", "true");
        settings.put("pilet.base.url", ports.address());
        settings.put("pilet.secret", secret);
        settings.put("pilet.cookie.secure", "false"); // no TLS here, and bound to the loopback address
        settings.put("pilet.db.url", database.url(name));
        settings.put("pilet.db.user", EmbeddedDatabase.USER);
        settings.put("pilet.db.password", EmbeddedDatabase.PASSWORD);
        settings.put("pilet.smtp.host", Ports.HOST);
        settings.put("pilet.smtp.user", EmbeddedMail.SENDER);
        settings.put("pilet.smtp.password", EmbeddedMail.PASSWORD);
        settings.put("pilet.imap.host", Ports.HOST);
        withMailOf(ports);
    }

    /** As nodes of one house do: takes mail from and gives it to the mail server that came with other ports. */
    public Surroundings withMailOf(Ports other) {
        settings.put("pilet.smtp.port", Integer.toString(other.smtp()));
        settings.put("pilet.imap.port", Integer.toString(other.imap()));
        return this;
    }

    /** As environment variables: unlike arguments, these are not shown to other users of the machine. */
    public Map<String, String> asEnvironment() {
        var environment = new LinkedHashMap<String, String>();
        settings.forEach((key, value) -> environment.put(variable(key), value));
        return environment;
    }

    private static String variable(String key) {
        return key.replace('.', '_').toUpperCase(java.util.Locale.ROOT);
    }
}
