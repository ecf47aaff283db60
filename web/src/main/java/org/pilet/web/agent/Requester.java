package org.pilet.web.agent;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.pilet.people.NewPerson;
import org.pilet.people.People;
import org.pilet.people.PersonView;

/**
 * Who is meant by what an agent has typed: a suggestion such as {@code Mari Maasikas <mari@example.org>}, a bare address,
 * or a name that only one person has.
 */
@RequestScoped
public class Requester {

    private static final int SUGGESTIONS = 8;
    private static final Pattern ADDRESSED = Pattern.compile("\\s*(.*?)\\s*<([^<>]+)>\\s*");

    @EJB
    private People people;

    /** People whose name or address contains the text, as they may be typed. */
    List<String> suggestions(String typed) {
        String text = typed.strip();
        return text.length() < 2
                ? List.of()
                : people.search(text, null, SUGGESTIONS).stream()
                        .map(Requester::label)
                        .toList();
    }

    /**
     * The person meant; a new address makes a new customer of this name and language. Empty when it is no address and
     * nobody's name or the name of several.
     */
    Optional<PersonView> find(String typed, String newName, String language) {
        String text = typed.strip();
        Matcher addressed = ADDRESSED.matcher(text);
        if (addressed.matches()) {
            String name = newName == null ? addressed.group(1) : newName;
            return Optional.of(people.recognise(NewPerson.customer(name, addressed.group(2), language)));
        }
        if (text.contains("@")) {
            return Optional.of(people.recognise(NewPerson.customer(newName, text, language)));
        }
        List<PersonView> found = people.search(text, null, SUGGESTIONS);
        List<PersonView> named = found.stream()
                .filter(each -> each.name().equalsIgnoreCase(text))
                .toList();
        return Stream.of(named, found)
                .filter(each -> each.size() == 1)
                .findFirst()
                .map(one -> one.get(0));
    }

    /** The person meant, when they are known; nobody new is made. */
    Optional<PersonView> known(String typed) {
        String text = typed == null ? "" : typed.strip();
        Matcher addressed = ADDRESSED.matcher(text);
        String address = addressed.matches() ? addressed.group(2) : text;
        if (address.contains("@")) {
            return people.byAddress(address);
        }
        List<PersonView> named = text.isEmpty()
                ? List.of()
                : people.search(text, null, SUGGESTIONS).stream()
                        .filter(each -> each.name().equalsIgnoreCase(text))
                        .toList();
        return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }

    private static String label(PersonView person) {
        return person.email() == null ? person.name() : person.name() + " <" + person.email() + ">";
    }
}
