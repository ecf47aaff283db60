package org.pilet.search;

/** In which order a list shows its tickets. */
public enum WorkListSort {
    /**
     * What to do next: those that an agent must act on (NEW, OPEN) first, then the nearest due time, then the longest
     * untouched. Lists that are not of open tickets only show the last changed first instead.
     */
    DEFAULT,
    /** Last changed first. */
    CHANGED,
    /** Newest first. */
    CREATED,
    /** Longest untouched first. */
    UNTOUCHED,
    /** Oldest first. */
    OLDEST,
    /** Nearest due time first, those without one last. */
    DUE,
    /** Most urgent first, then the longest untouched. */
    PRIORITY
}
