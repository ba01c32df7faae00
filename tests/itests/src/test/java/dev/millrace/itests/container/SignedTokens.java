package dev.millrace.itests.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Instant;
import java.util.Base64;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Tokens with the container's own signature, for lifetimes that it would not give. */
final class SignedTokens {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private SignedTokens() {}

    /** The same token with another expiry. */
    static String ending(String token, Instant end) {
        String[] parts = token.split("\\.");
        try {
            ObjectNode claims =
                    (ObjectNode) JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
            claims.put("exp", end.getEpochSecond());
            String signed = parts[0] + "." + ENCODER.encodeToString(JSON.writeValueAsBytes(claims));
            return signed + "." + ENCODER.encodeToString(signature(signed));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return whether the token names this key of a JWK Set and has its signature */
    static boolean isSignedBy(String token, JsonNode key) {
        try {
            String[] parts = token.split("\\.");
            Base64.Decoder decoder = Base64.getUrlDecoder();
            BigInteger modulus = new BigInteger(1, decoder.decode(key.path("n").asText()));
            BigInteger exponent = new BigInteger(1, decoder.decode(key.path("e").asText()));
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, exponent)));
            signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            String named = JSON.readTree(decoder.decode(parts[0])).path("kid").asText();
            return named.equals(key.path("kid").asText()) && signature.verify(decoder.decode(parts[2]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] signature(String text) throws IOException, GeneralSecurityException {
        String pem = Files.readString(ContainerSetup.signingKey()).replaceAll("-----[A-Z ]+-----|\\s", "");
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem))));
        signature.update(text.getBytes(StandardCharsets.US_ASCII));
        return signature.sign();
    }
}
