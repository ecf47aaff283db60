package org.pilet.it.inside;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** Another system that is called over HTTP, keeps what headers came, and answers as it is told. The JDK's is hidden here. */
final class HttpReceiver implements Closeable {

    private final ServerSocket socket;
    private final List<List<String>> received = new CopyOnWriteArrayList<>();
    private volatile int answer;

    private HttpReceiver(int answer) throws IOException {
        this.answer = answer;
        socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    static HttpReceiver answering(int status) throws IOException {
        HttpReceiver receiver = new HttpReceiver(status);
        Thread thread = new Thread(receiver::receive, "receiver of webhooks");
        thread.setDaemon(true);
        thread.start();
        return receiver;
    }

    String address() {
        return "http://127.0.0.1:" + socket.getLocalPort() + "/";
    }

    /** From now on. */
    void answer(int status) {
        answer = status;
    }

    String header(int call, String name) {
        String begin = name.toLowerCase(Locale.ROOT) + ":";
        return received.get(call).stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(begin))
                .map(line -> line.substring(begin.length()).strip())
                .findFirst()
                .orElse("");
    }

    private void receive() {
        while (!socket.isClosed()) {
            try (Socket call = socket.accept()) {
                take(call);
            } catch (SocketException closed) {
                return;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void take(Socket call) throws IOException {
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(call.getInputStream(), StandardCharsets.ISO_8859_1));
        List<String> lines = new CopyOnWriteArrayList<>();
        int length = 0;
        for (String line = reader.readLine(); line != null && !line.isEmpty(); line = reader.readLine()) {
            lines.add(line);
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(15).strip());
            }
        }
        for (int read = 0; read < length; read++) {
            reader.read();
        }
        received.add(lines);
        call.getOutputStream()
                .write(("HTTP/1.1 " + answer + " As told\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
