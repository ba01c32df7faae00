package dev.millrace.account;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

import com.nimbusds.jose.jwk.RSAKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.millrace.AtOnce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Tag("slow")
class SigningKeysTest {
    @TempDir
    private Path directory;

    private final String configured = System.getProperty(SigningKeys.DIRECTORY);

    @AfterEach
    void asBefore() {
        System.clearProperty(SigningKeys.KEY);
        System.setProperty(SigningKeys.DIRECTORY, configured);
    }

    @Test
    void a_key_is_made_at_the_first_start_and_survives() {
        RSAKey made = SigningKeys.fromFile(directory.resolve("new/millrace")).signer();

        RSAKey found = SigningKeys.fromFile(directory.resolve("new/millrace")).signer();

        assertThat(made.size()).isEqualTo(2_048);
        assertThat(found).isEqualTo(made);
    }

    @Test
    void nodes_that_start_together_agree_on_one_key_and_leave_no_draft() throws IOException {
        assertThat(AtOnce.call(4, () -> SigningKeys.fromFile(directory).publicJson()).stream()
                        .distinct())
                .hasSize(1);

        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void only_the_owner_may_read_the_key_file() throws IOException {
        SigningKeys.fromFile(directory);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keyFile())))
                .isEqualTo("rw-------");
    }

    @Test
    void a_given_key_counts_and_none_is_made() throws IOException {
        RSAKey given = SigningKeys.fromFile(directory.resolve("elsewhere")).signer();
        String pem = Files.readString(directory.resolve("elsewhere/jwt-signing-key.pem"));
        System.setProperty(SigningKeys.DIRECTORY, directory.resolve("unused").toString());

        System.setProperty(SigningKeys.KEY, pem);
        assertThat(SigningKeys.load().signer()).isEqualTo(given);

        System.setProperty(SigningKeys.KEY, pem.replace("\n", "\\n"));
        assertThat(SigningKeys.load().signer()).as("on one line").isEqualTo(given);
        assertThat(directory.resolve("unused")).doesNotExist();
    }

    @Test
    void without_a_given_key_the_directory_counts() {
        System.setProperty(SigningKeys.DIRECTORY, directory.toString());

        RSAKey loaded = SigningKeys.load().signer();

        assertThat(loaded).isEqualTo(SigningKeys.fromFile(directory).signer());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "secret", "-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----"})
    void a_text_that_is_no_key_is_rejected_with_the_name_of_the_setting(String text) {
        assertThatThrownBy(() -> SigningKeys.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(SigningKeys.KEY);
    }

    private Path keyFile() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.findFirst().orElseThrow();
        }
    }
}
