package dev.millrace.account;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("slow")
class PasswordsTest {
    @Test
    void a_password_is_hashed_with_argon2id_and_the_parameters_of_owasp() {
        assertThat(Passwords.hash("correct horse")).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void the_same_password_never_gives_the_same_hash() {
        assertThat(Passwords.hash("correct horse")).isNotEqualTo(Passwords.hash("correct horse"));
    }

    @Test
    void a_password_matches_its_hash_and_no_other_does() {
        String hash = Passwords.hash("pässwörd");

        assertThat(Passwords.matches("pässwörd", hash)).isTrue();
        assertThat(Passwords.matches("passwörd", hash)).isFalse();
        assertThat(Passwords.matches("", hash)).isFalse();
    }

    @Test
    void no_task_matches_for_an_unknown_user() {
        assertThat(Passwords.matches("nobody has this password", null)).isFalse();
    }
}
