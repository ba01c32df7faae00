package dev.millrace.account;

import java.util.Map;
import java.util.Set;

import org.eclipse.microprofile.config.spi.ConfigSource;

/** Gives MicroProfile JWT the key and the issuer of Millrace's tokens. */
public class JwtConfigSource implements ConfigSource {
    private static final String PUBLIC_KEY = "mp.jwt.verify.publickey";
    private static final String ISSUER = "mp.jwt.verify.issuer";
    private static final int ABOVE_FILES = 120;

    @Override
    public Set<String> getPropertyNames() {
        return Set.of(PUBLIC_KEY, ISSUER);
    }

    @Override
    public Map<String, String> getProperties() {
        return Map.of(PUBLIC_KEY, SigningKeys.publicPem(), ISSUER, SigningKeys.ISSUER);
    }

    @Override
    public String getValue(String name) {
        return switch (name) {
            case PUBLIC_KEY -> SigningKeys.publicPem();
            case ISSUER -> SigningKeys.ISSUER;
            default -> null;
        };
    }

    @Override
    public int getOrdinal() {
        return ABOVE_FILES;
    }

    @Override
    public String getName() {
        return "millrace-tokens";
    }
}
