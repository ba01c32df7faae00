package dev.millrace.contract.configuration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SecretFileTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"p+@/# ß ", "p+@/# ß \n", "p+@/# ß \r\n"})
    void a_secret_is_read_as_it_is_without_the_line_break_at_its_end(String text) throws IOException {
        String path = file(text);

        assertThat(SecretFile.read(path)).isEqualTo("p+@/# ß ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "s3cret\ns3cret"})
    void a_file_without_exactly_one_line_is_rejected_without_its_content(String text) throws IOException {
        String path = file(text);

        assertThatThrownBy(() -> SecretFile.read(path))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .doesNotContain("s3cret");
    }

    @Test
    void a_file_that_is_too_long_is_not_read() throws IOException {
        String path = file("x".repeat(10_001));

        assertThatThrownBy(() -> SecretFile.read(path)).hasMessageContaining("too long");
    }

    @Test
    void a_file_that_is_not_there_is_a_fault() {
        assertThatThrownBy(() -> SecretFile.read(folder.resolve("none").toString()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("secret"), text).toString();
    }
}
