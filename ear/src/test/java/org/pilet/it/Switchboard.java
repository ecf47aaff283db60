package org.pilet.it;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What stands before the nodes of a house: one address, of which now this and now that node is behind. */
final class Switchboard implements AutoCloseable {

    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile int behind;

    Switchboard(int port) {
        behind = port;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::listen);
    }

    String address() {
        return "http://localhost:" + door.getLocalPort() + "/";
    }

    /** From now on this node answers; what is open to the other one ends. */
    void switchTo(int port) {
        behind = port;
        open.forEach(Switchboard::quietly);
    }

    private void listen() {
        while (!door.isClosed()) {
            try {
                Socket caller = door.accept();
                start(() -> connect(caller));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket caller) {
        try {
            Socket node = new Socket(InetAddress.getLoopbackAddress(), behind);
            open.add(caller);
            open.add(node);
            start(() -> pass(caller, node));
            pass(node, caller);
        } catch (IOException nobodyThere) {
            quietly(caller);
        }
    }

    private void pass(Socket from, Socket to) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException ended) {
            // one of the two has hung up
        } finally {
            quietly(from);
            quietly(to);
            open.remove(from);
            open.remove(to);
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "switchboard");
        thread.setDaemon(true);
        thread.start();
    }

    private static void quietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        open.forEach(Switchboard::quietly);
    }
}
