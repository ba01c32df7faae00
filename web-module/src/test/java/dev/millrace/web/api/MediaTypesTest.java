package dev.millrace.web.api;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MediaTypesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/merge-patch+json",
                "application/json;charset=utf-8",
                "application/json; charset=UTF-8",
                "application/json; charset=\"Utf-8\"",
                "application/json;charset=utf8;profile=\"a;b\"",
                "application/json;",
                "text/plain"
            })
    void a_body_in_utf_8_is_readable(String contentType) {
        assertThat(MediaTypes.isInUtf8(contentType)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "/",
                "application/",
                "application/json; charset=",
                "application/json; charset=\"\"",
                "application/json; charset=bogus",
                "application/json; charset=utf-16",
                "application/json; charset=iso-8859-1",
                "application/json; charset=%00",
                "application/json; charset=utf-8; charset=bogus",
                "application/json, application/json",
                "application/json; charset=\"utf-8"
            })
    void a_body_in_another_charset_or_of_no_type_is_not(String contentType) {
        assertThat(MediaTypes.isInUtf8(contentType)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*/*",
                "application/json",
                "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8",
                "application/json;q=1, */*; q=0.001",
                "text/html; title=\"a, b\"; q=0",
                "text/html;level=1;q=1.0, , text/*",
                "text/html, image/gif, image/jpeg, */*; q=.2"
            })
    void what_clients_accept_is_a_list_of_media_ranges(String accept) {
        assertThat(MediaTypes.isAcceptable(accept)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"nonsense", "a/b;q=foo", "a/b;q=2", "a/b;q=-1", "a/b;q=", "a b/c", "/", "a/b, c", "a/b;q=\"x\""})
    void other_texts_are_malformed(String accept) {
        assertThat(MediaTypes.isAcceptable(accept)).isFalse();
    }
}
