package org.pilet.channels.mail;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import org.pilet.channels.mail.mime.MailAddress;
import org.pilet.channels.mail.mime.ParsedMail;
import org.pilet.people.NewPerson;
import org.pilet.people.People;
import org.pilet.people.PersonView;
import org.pilet.platform.Setting;
import org.pilet.platform.Settings;

/** Who writes, and in which language. */
@Dependent
class Correspondents {

    static final Setting<String> LANGUAGE = Setting.choice(
            "mail.language",
            "en",
            MailLimits.LANGUAGES,
            "Language of people whose own cannot be guessed: en, et, ro, hu, ru or fa");

    @EJB
    private People people;

    @Inject
    private LanguageGuess guess;

    @Inject
    private Settings settings;

    /** The language of the words, else of the person, else the house's. */
    String language(MailAddress from, ParsedMail mail) {
        return guess.of(mail.subject(), mail.text())
                .or(() -> known(from).map(PersonView::language))
                .orElseGet(() -> settings.get(LANGUAGE));
    }

    PersonView recognise(MailAddress from, String language) {
        return people.recognise(NewPerson.customer(from.nameOrLocalPart(), from.address(), language));
    }

    private Optional<PersonView> known(MailAddress from) {
        return people.byAddress(from.address());
    }
}
