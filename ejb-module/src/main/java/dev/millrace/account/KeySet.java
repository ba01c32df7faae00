package dev.millrace.account;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;

/**
 * The keys of access tokens and API tokens. The first one signs, and a token of any of them is valid. Each has its
 * thumbprint (RFC 7638) as its id.
 */
final class KeySet {
    private static final int MIN_BITS = 2_048;
    private static final int MAX_KEYS = 20;
    private static final Pattern BLOCK = Pattern.compile("-----BEGIN ([A-Z ]+)-----([^-]*)-----END \\1-----");
    private static final String ALLOWED =
            "must be RSA keys of at least 2,048 bits in PEM: first a private key (PKCS#8), which signs; more may follow, private or public";

    private final JWKSet keys;

    private KeySet(List<JWK> keys) {
        this.keys = new JWKSet(keys);
    }

    /**
     * @param pem the keys one after the other; line breaks may be written {@code \n}
     * @throws IllegalArgumentException whose message names the allowed values
     */
    static KeySet parse(String pem) {
        try {
            List<JWK> keys = new ArrayList<>();
            Matcher block = BLOCK.matcher(pem);
            while (block.find()) {
                keys.add(key(block.group(1), block.group(2)));
            }
            if (keys.isEmpty()) {
                keys.add(key("PRIVATE KEY", pem)); // without its frame
            }
            if (!keys.get(0).isPrivate() || keys.size() > MAX_KEYS) {
                throw new IllegalArgumentException(ALLOWED);
            }
            return new KeySet(keys);
        } catch (GeneralSecurityException | JOSEException | IllegalArgumentException | ClassCastException e) {
            throw new IllegalArgumentException(ALLOWED, e);
        }
    }

    private static RSAKey key(String kind, String base64) throws GeneralSecurityException, JOSEException {
        byte[] encoded = Base64.getDecoder().decode(base64.replaceAll("\\s|\\\\n", ""));
        KeyFactory rsa = KeyFactory.getInstance("RSA");
        RSAKey.Builder key =
                switch (kind) {
                    case "PRIVATE KEY" -> pair(
                            (RSAPrivateCrtKey) rsa.generatePrivate(new PKCS8EncodedKeySpec(encoded)));
                    case "PUBLIC KEY" -> new RSAKey.Builder(
                            (RSAPublicKey) rsa.generatePublic(new X509EncodedKeySpec(encoded)));
                    default -> throw new IllegalArgumentException(ALLOWED);
                };
        RSAKey complete = key.keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.RS256)
                .keyIDFromThumbprint()
                .build();
        if (complete.size() < MIN_BITS) {
            throw new IllegalArgumentException(ALLOWED);
        }
        return complete;
    }

    private static RSAKey.Builder pair(RSAPrivateCrtKey key) throws GeneralSecurityException {
        Key open = KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
        return new RSAKey.Builder((RSAPublicKey) open).privateKey(key);
    }

    /** @return the key that signs */
    RSAKey signer() {
        return (RSAKey) keys.getKeys().get(0);
    }

    /**
     * @param id of a token's header; null for a token of 0.1, which any of the keys may have signed
     * @return the keys that may have signed the token
     */
    List<RSAKey> verifiers(String id) {
        return keys.getKeys().stream()
                .filter(key -> id == null || id.equals(key.getKeyID()))
                .map(RSAKey.class::cast)
                .toList();
    }

    /** @return the public keys as a JWK Set (RFC 7517) */
    String publicJson() {
        return keys.toString(true);
    }
}
