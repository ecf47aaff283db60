package org.pilet.reporting.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** This server in this life of it, and the executions that it runs. */
@ApplicationScoped
class Node {

    private final String boot = UUID.randomUUID().toString();
    private final Set<Long> running = ConcurrentHashMap.newKeySet();

    /** Stays the same when the server is started again; no two servers of a cluster have the same. */
    String name() {
        String name = System.getProperty("jboss.node.name", System.getenv("HOSTNAME"));
        return name == null ? "server" : name;
    }

    String boot() {
        return boot;
    }

    Set<Long> running() {
        return running;
    }
}
