package org.pilet.channels.mail;

import java.io.Serializable;
import java.util.Set;
import org.pilet.platform.InvalidInput;

/**
 * What holds for the mail of the whole house. Refused with {@link InvalidInput} for what is out of its range.
 *
 * @param automaticHourly at most so many automatic mails go to one address within an hour, 0 to 20
 * @param reopeningsHourly after so many mails of one sender on one ticket within an hour further ones are added without
 *     reopening it, 1 to 1,000
 * @param domainMinute at most so many mails for addresses of one domain are handed over within a minute, to 100,000; 0: no
 *     limit
 * @param holdSeconds in which an answer can be taken back, 0 to 60; an agent's own choice goes first
 * @param reconciliationDays so many days back mail is compared with what servers handed over, 1 to 90
 * @param language of people whose own cannot be guessed: en, et, ro, hu, ru or fa
 */
public record MailLimits(
        int automaticHourly,
        int reopeningsHourly,
        int domainMinute,
        int holdSeconds,
        int reconciliationDays,
        String language)
        implements Serializable {

    static final Set<String> LANGUAGES = Set.of("en", "et", "ro", "hu", "ru", "fa");

    public MailLimits {
        within("automaticHourly", automaticHourly, 0, 20);
        within("reopeningsHourly", reopeningsHourly, 1, 1_000);
        within("domainMinute", domainMinute, 0, 100_000);
        within("holdSeconds", holdSeconds, 0, 60);
        within("reconciliationDays", reconciliationDays, 1, 90);
        if (language == null || !LANGUAGES.contains(language)) {
            throw new InvalidInput("language", "malformed", String.valueOf(language));
        }
    }

    private static void within(String field, int value, int least, int most) {
        if (value < least || value > most) {
            throw new InvalidInput(field, "range", least, most);
        }
    }
}
