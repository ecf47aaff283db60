package org.pilet.channels.mail;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.pilet.conversation.OwnWords;

/**
 * In which of the house's languages somebody has written. Says nothing rather than something doubtful: the caller then
 * takes the person's or the queue's language.
 */
@ApplicationScoped
class LanguageGuess {

    /** ISO 639-3 as the model names them, to the tags of the house. */
    private static final Map<String, String> HOUSE = Map.of(
            "eng", "en", "est", "et", "ekk", "et", "ron", "ro", "hun", "hu", "rus", "ru", "pes", "fa", "fas", "fa");

    private static final int SHORTEST = 12;
    private static final int LONGEST = 4000;
    private static final double CLEAR_LEAD = 1.5;
    private static final double AMONG_THE_FIRST = 0.9;
    private static final Pattern ADDRESSES = Pattern.compile("\\S*(?:@|://)\\S*");

    private LanguageDetectorModel model;

    /** The tag of the language, or empty if the text is too short or the answer not clear. */
    Optional<String> of(String subject, String text) {
        String words = words(subject + "\n" + ownWords(text));
        if (words.codePoints().filter(Character::isLetter).count() < SHORTEST) {
            return Optional.empty();
        }
        return clearest(new LanguageDetectorME(model()).predictLanguages(words));
    }

    /** The winner must be well ahead of the next of the house's languages and not behind a foreign one. */
    private static Optional<String> clearest(Language[] ranking) {
        String best = null;
        double lead = 0;
        for (Language language : ranking) {
            String tag = HOUSE.get(language.getLang());
            if (tag != null && best == null) {
                best = tag;
                lead = language.getConfidence();
                if (lead < AMONG_THE_FIRST * ranking[0].getConfidence()) {
                    return Optional.empty();
                }
            } else if (tag != null && !tag.equals(best)) {
                boolean clear = lead >= CLEAR_LEAD * language.getConfidence();
                return clear ? Optional.of(best) : Optional.empty();
            }
        }
        return Optional.ofNullable(best);
    }

    private static String words(String text) {
        String plain = ADDRESSES.matcher(text).replaceAll(" ");
        return plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
    }

    /** Without what is quoted: the quoted person may write another language. */
    private static String ownWords(String text) {
        return OwnWords.of(text)
                .own()
                .lines()
                .filter(line -> !line.startsWith(">"))
                .limit(200)
                .collect(Collectors.joining("\n"));
    }

    private synchronized LanguageDetectorModel model() {
        if (model == null) {
            try (InputStream bytes = LanguageDetectorModel.class.getResourceAsStream("/langdetect-183.bin")) {
                model = new LanguageDetectorModel(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException("The language model is in the EAR's lib folder and must be readable", e);
            }
        }
        return model;
    }
}
