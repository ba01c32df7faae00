package dev.millrace.monitoring.metrics;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/** The metrics as text for a scraper, and its access check. */
@ApplicationScoped
public class Scrape {
    /** Media type of the text, Prometheus' own. */
    public static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private static final String BEARER = "Bearer ";
    private static final String BASIC = "Basic ";

    private PrometheusMeterRegistry registry;
    private QueueMeters queues;
    private MetricsSettings settings;

    /** For the container. */
    protected Scrape() {}

    @Inject
    Scrape(PrometheusMeterRegistry registry, QueueMeters queues, MetricsSettings settings) {
        this.registry = registry;
        this.queues = queues;
        this.settings = settings;
    }

    /** @param authorization the header of this name, or null */
    public boolean isAllowed(String authorization) {
        return settings.token() == null || authorization != null && isEqual(tokenOf(authorization), settings.token());
    }

    /** Also accepts the password of Basic, as scrapers of 0.1 had to send. The scheme's name may have any case. */
    private static String tokenOf(String authorization) {
        if (hasScheme(authorization, BEARER)) {
            return authorization.substring(BEARER.length());
        }
        if (!hasScheme(authorization, BASIC)) {
            return "";
        }
        try {
            byte[] login = Base64.getDecoder().decode(authorization.substring(BASIC.length()));
            String text = new String(login, StandardCharsets.UTF_8);
            return text.substring(text.indexOf(':') + 1);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static boolean hasScheme(String authorization, String scheme) {
        return authorization.regionMatches(true, 0, scheme, 0, scheme.length());
    }

    /** Takes the same time for any difference. */
    private static boolean isEqual(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    /** @return all metrics of this node as they are now */
    public String text() {
        queues.refresh();
        return registry.scrape();
    }
}
