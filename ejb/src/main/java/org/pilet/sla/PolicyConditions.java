package org.pilet.sla;

import java.io.Serializable;
import java.util.Collection;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.pilet.tickets.Channel;
import org.pilet.tickets.Priority;
import org.pilet.tickets.TicketType;

/**
 * For which tickets a policy is (features B1.6). A set that is empty fits every ticket; else one of its values must be the
 * ticket's, and all sets must fit.
 *
 * @param services categories; their sub-categories are meant too
 * @param languages {@code pt} fits {@code pt-BR} as well
 * @param tags one of them is enough
 */
public record PolicyConditions(
        Set<Long> organisations,
        Set<Long> customers,
        Set<Long> services,
        Set<Long> queues,
        Set<TicketType> types,
        Set<Priority> priorities,
        Set<String> languages,
        Set<String> tags,
        Set<Channel> channels)
        implements Serializable {

    /** Fits every ticket. */
    public static final PolicyConditions NONE = new PolicyConditions(
            Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

    public PolicyConditions {
        organisations = Set.copyOf(organisations);
        customers = Set.copyOf(customers);
        services = Set.copyOf(services);
        queues = Set.copyOf(queues);
        types = Set.copyOf(types);
        priorities = Set.copyOf(priorities);
        languages = Set.copyOf(languages);
        tags = Set.copyOf(tags);
        channels = Set.copyOf(channels);
    }

    /** The usual three, each null for all. */
    public static PolicyConditions of(Long queueId, Priority priority, Long organisationId) {
        return new PolicyConditions(
                one(organisationId),
                Set.of(),
                Set.of(),
                one(queueId),
                Set.of(),
                one(priority),
                Set.of(),
                Set.of(),
                Set.of());
    }

    /** The first of the conditions, by name, that the ticket does not meet; nothing when it meets all. */
    Optional<String> unmet(TicketFacts ticket) {
        TicketFacts.Traits traits = ticket.traits();
        if (misses(organisations, traits.organisationId())) {
            return Optional.of("organisations");
        }
        if (misses(customers, traits.requesterId())) {
            return Optional.of("customers");
        }
        if (!services.isEmpty() && Collections.disjoint(services, traits.services())) {
            return Optional.of("services");
        }
        if (misses(queues, traits.queueId())) {
            return Optional.of("queues");
        }
        if (misses(types, traits.type())) {
            return Optional.of("types");
        }
        if (misses(priorities, ticket.priority())) {
            return Optional.of("priorities");
        }
        if (!languages.isEmpty() && languages.stream().noneMatch(language -> speaks(traits.language(), language))) {
            return Optional.of("languages");
        }
        if (!tags.isEmpty() && Collections.disjoint(tags, traits.tags())) {
            return Optional.of("tags");
        }
        return misses(channels, traits.channel()) ? Optional.of("channels") : Optional.empty();
    }

    /** Whether any ticket fits. */
    public boolean isEmpty() {
        return equals(NONE);
    }

    private static <T> Set<T> one(T value) {
        return value == null ? Set.of() : Set.of(value);
    }

    private static boolean misses(Collection<?> wanted, Object value) {
        return !wanted.isEmpty() && (value == null || !wanted.contains(value));
    }

    private static boolean speaks(String tag, String language) {
        if (tag == null) {
            return false;
        }
        String spoken = tag.toLowerCase(Locale.ROOT).replace('_', '-');
        String wanted = language.toLowerCase(Locale.ROOT).replace('_', '-');
        return spoken.equals(wanted) || spoken.startsWith(wanted + "-");
    }
}
