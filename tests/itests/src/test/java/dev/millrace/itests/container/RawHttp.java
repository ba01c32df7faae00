package dev.millrace.itests.container;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.millrace.testkit.client.ApiResponse;

/** One HTTP request that the test writes byte by byte, as no client would send it. */
final class RawHttp {
    private static final int PATIENCE_MILLIS = 20_000;

    private final URI base;
    private final String method;
    private final String target;
    private final List<String> headers = new ArrayList<>();
    private byte[] body = {};

    /** @param target after the application's root, as it stands in the request's first line */
    RawHttp(URI base, String method, String target) {
        this.base = base;
        this.method = method;
        this.target = target;
    }

    RawHttp with(String name, String value) {
        headers.add(name + ": " + value);
        return this;
    }

    /** Also gives its length. */
    RawHttp withBody(byte[] octets) {
        body = octets;
        return with("Content-Length", Integer.toString(octets.length));
    }

    /** The answer; its headers one by one under their names. */
    ApiResponse send() {
        String head = method + " " + base.getPath() + target + " HTTP/1.1\r\nHost: " + base.getAuthority()
                + "\r\nConnection: close\r\n"
                + headers.stream().map(header -> header + "\r\n").collect(Collectors.joining()) + "\r\n";
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().write(body);
            socket.getOutputStream().flush();
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            socket.getInputStream().transferTo(answer);
            return parse(answer.toString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ApiResponse parse(String answer) {
        int end = answer.indexOf("\r\n\r\n");
        String[] lines = answer.substring(0, end).split("\r\n");
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line : List.of(lines).subList(1, lines.length)) {
            int colon = line.indexOf(':');
            headers.computeIfAbsent(line.substring(0, colon), name -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        String text = answer.substring(end + 4);
        boolean chunked = headers.getOrDefault("Transfer-Encoding", List.of()).contains("chunked");
        return new ApiResponse(
                Integer.parseInt(lines[0].split(" ")[1]),
                HttpHeaders.of(headers, (name, value) -> true),
                chunked ? unchunked(text) : text);
    }

    /** Answers to a test are short and in ASCII. */
    private static String unchunked(String text) {
        StringBuilder body = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int line = text.indexOf("\r\n", at);
            int length = Integer.parseInt(text.substring(at, line), 16);
            body.append(text, line + 2, line + 2 + length);
            at = line + 2 + length + 2;
        }
        return body.toString();
    }
}
