package io.github.tumorbench.lab.download;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A web server on the loopback interface that serves one file, well or badly. */
public final class FileServer implements AutoCloseable {
    /** Answers one request. */
    public interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> ranges = Collections.synchronizedList(new ArrayList<>());

    public FileServer(Answer answer) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            String range = exchange.getRequestHeaders().getFirst("Range");
            ranges.add(range == null ? "whole" : range);
            try (exchange) {
                answer.to(exchange);
            }
        });
        server.start();
    }

    public URI address(String name) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + name);
    }

    /** The {@code Range} of each request so far, {@code whole} for none. */
    public List<String> ranges() {
        return List.copyOf(ranges);
    }

    /** The file, or the part asked for. */
    public static void serve(HttpExchange exchange, byte[] file) throws IOException {
        serve(exchange, file, file.length);
    }

    /** The same, but the connection is closed when so many bytes of the file have been passed. */
    public static void serve(HttpExchange exchange, byte[] file, int until) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        int from = range == null ? 0 : Integer.parseInt(range.substring("bytes=".length(), range.length() - 1));
        if (range != null && from >= file.length) {
            exchange.sendResponseHeaders(416, -1);
            return;
        }
        if (range != null) {
            exchange.getResponseHeaders()
                    .set("Content-Range", "bytes " + from + "-" + (file.length - 1) + "/" + file.length);
        }
        send(
                exchange,
                range == null ? 200 : 206,
                file.length - from,
                Arrays.copyOfRange(file, from, Math.max(from, until)));
    }

    /** These bytes, announced as so many. */
    public static void send(HttpExchange exchange, int status, int announced, byte[] bytes) throws IOException {
        exchange.sendResponseHeaders(status, announced);
        OutputStream body = exchange.getResponseBody();
        body.write(bytes);
        body.flush();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
