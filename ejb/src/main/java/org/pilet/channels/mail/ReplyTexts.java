package org.pilet.channels.mail;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The few words that the house adds to a person's answer, in the reader's language. */
final class ReplyTexts {

    private static final ResourceBundle.Control ENGLISH_ELSE = new ResourceBundle.Control() {
        @Override
        public Locale getFallbackLocale(String name, Locale locale) {
            return locale.equals(Locale.ENGLISH) ? null : Locale.ENGLISH; // never the server's own language
        }
    };

    private ReplyTexts() {}

    static String noSubject(String language) {
        return bundle(language).getString("subject.none");
    }

    /** What stands below an answer, with its places. */
    static String frame(String language) {
        String link = MessageFormat.format(bundle(language).getString("reply.link"), "{{link}}");
        return "{{#signature}}-- \n{{signature}}\n\n{{/signature}}{{#link}}" + link + "{{/link}}";
    }

    private static ResourceBundle bundle(String language) {
        Locale locale = Locale.forLanguageTag(language == null ? "en" : language);
        return ResourceBundle.getBundle(
                "org.pilet.channels.mail.reply", locale, ReplyTexts.class.getClassLoader(), ENGLISH_ELSE);
    }
}
