package org.pilet.reporting;

import java.util.function.Function;

/** By what figures are told apart. */
public enum Dimension {
    /** Everything together; its only key is {@code all}. */
    ALL(place -> "all"),
    QUEUE(place -> key(place.queueId())),
    /** The owner, or whoever wrote the response. */
    AGENT(place -> key(place.agentId())),
    CHANNEL(Place::channel),
    PRIORITY(Place::priority),
    CATEGORY(place -> key(place.categoryId())),
    /** The policy by which a service level was promised; nothing else counts for it. */
    AGREEMENT(place -> key(place.policyId()));

    /** The key of what belongs to nobody: tickets without an owner. */
    public static final String NONE = "none";

    private final Function<Place, String> key;

    Dimension(Function<Place, String> key) {
        this.key = key;
    }

    String keyOf(Place place) {
        return key.apply(place);
    }

    private static String key(Long id) {
        return id == null ? NONE : id.toString();
    }
}
