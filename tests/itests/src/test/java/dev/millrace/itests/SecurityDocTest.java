package dev.millrace.itests;

import java.io.IOException;

import org.junit.jupiter.api.Test;

/** Compares docs/security.md with the tests. */
class SecurityDocTest {
    @Test
    void every_test_that_the_document_names_is_there() throws IOException {
        NamedTests.of("docs/security.md").assertTheyExist();
    }
}
