package org.pilet.automation.routing;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a queue's tickets find their owners.
 *
 * @param active whether tickets are given out without anybody asking
 * @param ordering which ticket is next for who asks
 * @param languages only to people who speak the ticket's language
 * @param skills what is needed for every ticket of the queue
 */
public record QueueRouting(
        long queueId,
        String queueName,
        boolean active,
        Strategy strategy,
        Ordering ordering,
        boolean languages,
        List<SkillLevel> skills)
        implements Serializable {

    public QueueRouting {
        skills = skills == null ? List.of() : List.copyOf(skills);
    }

    /** A skill and how well, 1 to 5. */
    public record SkillLevel(long skillId, int level) implements Serializable {

        /** Those that a query has put into one text, as in {@code 7:3,9:1}; null of none. */
        static List<SkillLevel> all(String joined) {
            return joined == null
                    ? List.of()
                    : Stream.of(joined.split(","))
                            .map(each -> each.split(":"))
                            .map(each -> new SkillLevel(Long.parseLong(each[0]), Integer.parseInt(each[1])))
                            .toList();
        }
    }
}
