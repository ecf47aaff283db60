package org.pilet.notifications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.pilet.conversation.TemplateWords;

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

    @Inject
    private MailTemplateStore templates;

    NoticeTexts() {}

    NoticeTexts(MailTemplateStore templates) {
        this.templates = templates;
    }

    /** Subject, text and HTML, in the words that hold for that queue and the reader's language. */
    MailPreview of(Draft draft, Long queueId) {
        Optional<MailTemplateStore.Written> written = MailEvent.byKey(draft.key())
                .flatMap(event -> templates.nearest(event, language(draft.language()), queueId));
        String subject =
                written.map(words -> filled(words.subject(), draft)).orElseGet(() -> format(draft, ".subject"));
        String body = written.map(words -> filled(words.body(), draft)).orElseGet(() -> format(draft, ".body"));
        String text = framed(body, draft.signature(), draft.language());
        if (draft.unsubscribe() != null) {
            text += "\n" + word(draft.language(), "unsubscribe") + " " + draft.unsubscribe();
        }
        return new MailPreview(line(subject), text, markup(text));
    }

    /** Shipped words, with their places by name. */
    String shipped(MailEvent event, String part, String language) {
        Object[] places =
                event.places().stream().map(place -> "{{" + place + "}}").toArray();
        String pattern = bundle(language).getString(event.key() + part);
        return new MessageFormat(pattern, Locale.ROOT).format(places);
    }

    static String line(String subject) {
        return subject.replaceAll("\\s+", " ").strip();
    }

    /** Greeting and paragraphs, the signature, and that a machine wrote it. */
    String framed(String body, String sign, String language) {
        String signature = sign == null ? "" : sign.strip();
        return body.replace("\r\n", "\n").strip() + (signature.isEmpty() ? "" : "\n\n" + signature) + "\n\n"
                + word(language, "automatic");
    }

    private static String filled(String words, Draft draft) {
        MailEvent event = MailEvent.byKey(draft.key()).orElseThrow();
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < event.places().size() && i < draft.arguments().length; i++) {
            values.put(event.places().get(i), String.valueOf(draft.arguments()[i]));
        }
        return TemplateWords.read(words).filled(values);
    }

    private static String language(String tag) {
        return Locale.forLanguageTag(tag == null ? "en" : tag).getLanguage();
    }

    /** The text as HTML: nothing in it that people typed can become markup. */
    static String markup(String text) {
        return Arrays.stream(text.split("\n\n+")).map(NoticeTexts::paragraph).collect(Collectors.joining("\n"));
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
