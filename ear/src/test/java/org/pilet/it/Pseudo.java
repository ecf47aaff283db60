package org.pilet.it;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.shrinkwrap.api.ArchivePath;
import org.jboss.shrinkwrap.api.Node;
import org.jboss.shrinkwrap.api.asset.ByteArrayAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * A language that only the tests know: the English texts, a third longer and in brackets. In the application under test
 * it stands in the place of Hungarian, whose texts the unit tests look after; the product knows nothing of it.
 */
final class Pseudo {

    static final String LANGUAGE = "hu";

    private static final String WAR = "/pilet-web.war";
    private static final Pattern ENGLISH = Pattern.compile("(.*/texts/\\w+)_en\\.properties");
    private static final Pattern BRACKETED = Pattern.compile("\u27e6[^\u27e6\u27e7]*\u27e7");

    private Pseudo() {}

    /** Puts the language into the application. */
    static void put(EnterpriseArchive ear) {
        WebArchive war = ear.getAsType(WebArchive.class, WAR);
        Map<ArchivePath, Node> texts =
                war.getContent(path -> ENGLISH.matcher(path.get()).matches());
        texts.forEach((path, node) -> {
            Matcher english = ENGLISH.matcher(path.get());
            if (english.matches()) {
                String target = english.group(1) + "_" + LANGUAGE + ".properties";
                war.delete(target);
                war.add(new ByteArrayAsset(bracketed(node)), target);
            }
        });
        ear.delete(WAR);
        ear.addAsModule(war);
    }

    private static byte[] bracketed(Node node) {
        try (InputStream stream = node.getAsset().openStream()) {
            Properties texts = new Properties();
            texts.load(new java.io.InputStreamReader(stream, java.nio.charset.StandardCharsets.UTF_8));
            texts.replaceAll((key, text) ->
                    "\u27e6" + text + "\u00b7".repeat(text.toString().length() / 3) + "\u27e7");
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            texts.store(bytes, null);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is left of words on a page when all that came from the bundles is gone; a gap stands for each of those. */
    static String without(String words) {
        String left = words;
        for (String before = null; !left.equals(before); ) {
            before = left;
            left = BRACKETED.matcher(left).replaceAll("\0");
        }
        return left;
    }
}
