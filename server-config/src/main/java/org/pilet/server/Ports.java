package org.pilet.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;

/** The five ports of one embedded Pilet, all on the loopback address, moved together by one offset. */
public record Ports(int offset) {

    public static final String HOST = "127.0.0.1";

    public int http() {
        return 8080 + offset;
    }

    public int management() {
        return 9990 + offset;
    }

    public int database() {
        return 15432 + offset;
    }

    public int smtp() {
        return 3025 + offset;
    }

    public int imap() {
        return 3143 + offset;
    }

    public String address() {
        return "http://localhost:" + http() + "/";
    }

    /** Names the first port that another program holds. */
    public void requireFree() {
        var uses = new LinkedHashMap<Integer, String>();
        uses.put(http(), "web pages");
        uses.put(management(), "server management");
        uses.put(database(), "database");
        uses.put(smtp(), "incoming mail, SMTP");
        uses.put(imap(), "mailboxes, IMAP");
        uses.entrySet().stream()
                .filter(use -> !isFree(use.getKey()))
                .findFirst()
                .ifPresent(Ports::refuse);
    }

    private static void refuse(Map.Entry<Integer, String> use) {
        throw new CannotStart("Port " + use.getKey() + " (" + use.getValue() + ") is used by another program. "
                + "Stop that program, or move all ports of Pilet: mvn -Prun -Dpilet.offset=1000"
                + " (for the tests: mvn verify -Dpilet.it.offset=1000)");
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
