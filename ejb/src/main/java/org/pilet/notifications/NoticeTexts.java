package org.pilet.notifications;

import jakarta.enterprise.context.ApplicationScoped;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words of notices: subject, plain text, and the same as HTML with links that can be clicked. */
@ApplicationScoped
class NoticeTexts {

    private static final String BUNDLE = "org.pilet.notifications.mail";
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<]+");
    private static final Pattern NUMBER = Pattern.compile("#\\d{5,18}\\b");

    private static final ResourceBundle.Control ENGLISH_ELSE = new ResourceBundle.Control() {
        @Override
        public Locale getFallbackLocale(String name, Locale locale) {
            return locale.equals(Locale.ENGLISH) ? null : Locale.ENGLISH; // never the server's own language
        }
    };

    String subject(Draft draft) {
        return format(draft, ".subject").replaceAll("\\s+", " ").strip();
    }

    /** Greeting and paragraphs, the signature, and that a machine wrote it. */
    String text(Draft draft) {
        String signature = draft.signature() == null ? "" : draft.signature().strip();
        return format(draft, ".body")
                + (signature.isEmpty() ? "" : "\n\n" + signature)
                + "\n\n"
                + word(draft.language(), "automatic");
    }

    /** The text as HTML: nothing in it that people typed can become markup. */
    String html(Draft draft) {
        return Arrays.stream(text(draft).split("\n\n+"))
                .map(NoticeTexts::paragraph)
                .collect(Collectors.joining("\n"));
    }

    String word(String language, String key) {
        return bundle(language).getString(key);
    }

    /** What happened, in one sentence: who, and what of. */
    String sentence(String language, String kind, String by, String detail) {
        return new MessageFormat(word(language, "news." + kind), Locale.ROOT).format(new Object[] {by, detail});
    }

    private static String format(Draft draft, String part) {
        String pattern = bundle(draft.language()).getString(draft.key() + part);
        return new MessageFormat(pattern, Locale.ROOT).format(draft.arguments());
    }

    private static String paragraph(String text) {
        String escaped = text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
        String linked = LINK.matcher(escaped)
                .replaceAll(found -> Matcher.quoteReplacement(
                        "<a href=\"" + found.group() + "\" dir=\"ltr\">" + found.group() + "</a>"));
        String isolated = NUMBER.matcher(linked)
                .replaceAll(found -> Matcher.quoteReplacement("<bdi dir=\"ltr\">" + found.group() + "</bdi>"));
        return "<p>" + isolated.replace("\n", "<br>\n") + "</p>";
    }

    private static ResourceBundle bundle(String language) {
        Locale locale = Locale.forLanguageTag(language == null ? "en" : language);
        return ResourceBundle.getBundle(BUNDLE, locale, NoticeTexts.class.getClassLoader(), ENGLISH_ELSE);
    }
}
