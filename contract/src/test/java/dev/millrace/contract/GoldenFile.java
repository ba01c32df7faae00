package dev.millrace.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** A message in its wire format, one {@code field=value} for each line; the tests of both sides share it. */
public final class GoldenFile {
    private GoldenFile() {}

    public static Map<String, String> read(String name) {
        try (InputStream in = GoldenFile.class.getResourceAsStream("/golden/" + name + ".properties")) {
            Properties properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return properties.stringPropertyNames().stream()
                    .collect(Collectors.toMap(field -> field, properties::getProperty));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
