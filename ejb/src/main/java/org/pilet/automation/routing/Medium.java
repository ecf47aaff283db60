package org.pilet.automation.routing;

import org.pilet.tickets.Channel;

/** What people have a cap for. */
public enum Medium {
    TICKET,
    CHAT,
    CALL;

    static Medium of(Channel channel) {
        return switch (channel) {
            case CHAT -> CHAT;
            case PHONE -> CALL;
            default -> TICKET;
        };
    }
}
