package org.pilet.conversation;

import java.util.stream.Collectors;
import org.pilet.platform.InvalidInput;
import org.pilet.tickets.Channel;

/** On which channel an answer goes: the one its author chose, where that can carry it. */
final class ReplyChannel {

    private ReplyChannel() {}

    /**
     * Refused with {@link InvalidInput} when answers do not go by the chosen channel, when a mail has no address to go to,
     * and when addresses are named though no mail goes out.
     *
     * @param requesterEmail null when the requester has none
     */
    static Channel of(Reply reply, String requesterEmail) {
        String to = Recipients.of("to", reply.to());
        boolean mailable = to != null || requesterEmail != null;
        Channel by = reply.by();
        if (by == null) {
            return mailable ? Channel.EMAIL : Channel.PORTAL;
        }
        if (!Reply.CHANNELS.contains(by)) {
            String known = Reply.CHANNELS.stream().map(Channel::name).collect(Collectors.joining(", "));
            throw new InvalidInput("channel", "oneOf", by.name(), known);
        }
        if (by == Channel.EMAIL && !mailable) {
            throw new InvalidInput("channel", "noAddress");
        }
        if (by != Channel.EMAIL && to != null) {
            throw new InvalidInput("to", "noMail");
        }
        if (by != Channel.EMAIL && Recipients.of("cc", reply.cc()) != null) {
            throw new InvalidInput("cc", "noMail");
        }
        return by;
    }
}
