package dev.millrace.account;

import java.security.KeyPair;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.millrace.account.TestKeys.privatePem;
import static dev.millrace.account.TestKeys.publicPem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Tag("slow")
class KeySetTest {
    private static final KeyPair OLD = TestKeys.pair(2_048);
    private static final KeyPair NEW = TestKeys.pair(2_048);

    @Test
    void the_first_key_signs_and_every_key_verifies() throws Exception {
        KeySet keys = KeySet.parse(privatePem(NEW) + publicPem(OLD));

        assertThat(keys.signer().toPrivateKey()).isEqualTo(NEW.getPrivate());
        assertThat(keys.verifiers(null)).hasSize(2);
        assertThat(keys.verifiers(keys.signer().getKeyID())).containsExactly(keys.signer());
        assertThat(keys.verifiers("another")).isEmpty();
    }

    @Test
    void a_key_has_the_same_id_as_private_and_as_public_key_in_any_place() {
        KeySet before = KeySet.parse(privatePem(OLD) + publicPem(NEW));
        KeySet after = KeySet.parse(privatePem(NEW) + publicPem(OLD));

        assertThat(before.verifiers(after.signer().getKeyID())).hasSize(1);
        assertThat(after.verifiers(before.signer().getKeyID())).hasSize(1);
    }

    @Test
    void the_published_keys_are_all_of_them_and_public() throws Exception {
        KeySet keys = KeySet.parse(privatePem(NEW) + privatePem(OLD));

        JWKSet published = JWKSet.parse(keys.publicJson());

        assertThat(published.getKeys()).hasSize(2).noneMatch(JWK::isPrivate);
        assertThat(published.getKeys())
                .allMatch(key -> "RS256".equals(key.getAlgorithm().getName()));
        assertThat(published.getKeys().get(0).getKeyID())
                .isEqualTo(keys.signer().getKeyID());
    }

    @Test
    void line_breaks_may_be_written_as_two_characters() {
        String pem = (privatePem(NEW) + publicPem(OLD)).replaceAll("\\R", "\\\\n");

        assertThat(KeySet.parse(pem).verifiers(null)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "secret", "-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----"})
    void a_text_that_is_no_key_is_rejected(String text) {
        assertThatThrownBy(() -> KeySet.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("first a private key (PKCS#8), which signs");
    }

    @Test
    void a_set_whose_first_key_cannot_sign_is_rejected() {
        assertThatThrownBy(() -> KeySet.parse(publicPem(OLD) + privatePem(NEW)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_key_that_is_too_short_is_rejected() {
        String tooShort = privatePem(TestKeys.pair(1_024));

        assertThatThrownBy(() -> KeySet.parse(tooShort))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2,048 bits");
    }

    @Test
    void a_broken_block_among_good_ones_is_rejected() {
        String broken = "-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----\n";

        assertThatThrownBy(() -> KeySet.parse(privatePem(NEW) + broken)).isInstanceOf(IllegalArgumentException.class);
    }
}
