package org.pilet.security;

/** What somebody wants to do with a ticket. */
public enum Permission {
    /** Read it: customers their own, agents those of granted queues. */
    VIEW,
    /** Write a public message on it: as VIEW. */
    WRITE,
    /** Work it: notes, properties, replies as the house. Agents with WORK on the queue. */
    WORK
}
