package io.konsens.notice.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A mail server that answers as it is told: to a command by its first word, or to {@code .} at the end of a message. Told
 * {@code ""} it says nothing, told {@code "bye"} it hangs up.
 */
final class ScriptedSmtp implements AutoCloseable {

    private static final Map<String, String> POLITE = Map.of("DATA", "354 go ahead", "QUIT", "221 bye");

    private final ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final Map<String, String> script;
    private final AtomicInteger messages = new AtomicInteger();

    ScriptedSmtp(Map<String, String> script) throws IOException {
        this.script = script;
        Thread thread = new Thread(this::serve, "scripted-smtp");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return server.getLocalPort();
    }

    /** How many it has read to their end, whatever it said then. */
    int messages() {
        return messages.get();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket client = server.accept()) {
                talk(client);
            } catch (IOException e) {
                // The next one, or the end.
            }
        }
    }

    private void talk(Socket client) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        PrintWriter out = new PrintWriter(client.getOutputStream(), true, StandardCharsets.UTF_8);
        out.print("220 scripted\r\n");
        out.flush();
        boolean data = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (data && !line.equals(".")) {
                continue;
            }
            messages.addAndGet(data ? 1 : 0);
            data = false;
            String command = line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
            String answer = script.getOrDefault(command, POLITE.getOrDefault(command, "250 ok"));
            if (answer.equals("bye")) {
                return;
            }
            if (!answer.isEmpty()) {
                out.print(answer + "\r\n");
                out.flush();
            }
            data = answer.startsWith("354");
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
