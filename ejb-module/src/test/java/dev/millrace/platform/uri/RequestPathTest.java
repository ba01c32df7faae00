package dev.millrace.platform.uri;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RequestPathTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/metrics",
                "/metrics/",
                "/api/tasks/0190c2b0-0000-7000-8000-000000000000",
                "/api/admin/users/a%20b",
                "/api/admin/users/m%C3%BChle",
                "/api/admin/users/100%25",
                "/api/admin/users/a%2Eb%2D%5F%7E",
                "/assets/index-Bx1_y.js",
                "/.well-known/jwks.json",
                "/a:b@c!$&'()*+,=",
                "/..a/...",
            })
    void a_path_that_all_read_alike_is_accepted(String path) {
        assertThat(RequestPath.isUnambiguous(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "http://mill/metrics",
                "//metrics",
                "/docs//metrics",
                "/./metrics",
                "/metrics/.",
                "/docs/../metrics",
                "/docs/%2e%2e/metrics",
                "/docs/.%2E/metrics",
                "/docs/..%2fmetrics",
                "/docs%2Fmetrics",
                "/docs\\..\\metrics",
                "/docs/..%5cmetrics",
                "/metrics;x=1",
                "/api/..;/metrics",
                "/%6detrics",
                "/metric%73",
                "/v%31",
                "/%",
                "/%zz",
                "/a%4",
                "/a%00b",
                "/a%0d%0ab",
                "/a%7f",
                "/%E0%80",
                "/%ED%A0%80",
                "/%FF",
                "/mühle",
                "/a b",
                "/a\u0000b",
                "/<script>",
                "/{id}",
            })
    void a_path_that_somebody_may_read_otherwise_is_refused(String path) {
        assertThat(RequestPath.isUnambiguous(path)).isFalse();
    }
}
