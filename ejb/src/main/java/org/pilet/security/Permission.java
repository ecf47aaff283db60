package org.pilet.security;

/** What somebody wants to do with a ticket. */
public enum Permission {
    /** Read it: customers their own, agents those of granted queues. */
    VIEW,
    /** Speak on it: its customers, and agents who may WORK it; who may only read a queue must not speak as its customer. */
    WRITE,
    /** Work it: notes, properties, replies as the house. Agents with WORK on the queue. */
    WORK
}
