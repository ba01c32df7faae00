package dev.millrace.web.api;

import java.util.List;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AllowedMethodsTest {
    private final AllowedMethods methods = AllowedMethods.of(List.of(Mills.class, Wheels.class));

    @Path("/mills")
    private interface Mills {
        @GET
        void list();

        @POST
        void add();

        @GET
        @Path("/{name}")
        void one();

        @DELETE
        @Path("/{name}")
        void delete();

        @POST
        @Path("/batch")
        void addAll();

        @GET
        @Path("/all.csv")
        void file();
    }

    @Path("/mills/{id: [0-9a-f]{4}}/wheel")
    private interface Wheels {
        @PUT
        void turn();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/mills            | GET, HEAD, POST",
                "/mills/           | GET, HEAD, POST",
                "/mills/a b        | DELETE, GET, HEAD",
                "/mills/batch      | POST",
                "/mills/all.csv    | GET, HEAD",
                "/mills/all-csv    | DELETE, GET, HEAD",
                "/mills/12ab/wheel | PUT",
                "/mills/12/wheel   | ''",
                "/mills/a/b        | ''",
                "/none             | ''"
            })
    void the_methods_of_a_path_are_those_of_its_resource(String path, String allowed) {
        assertThat(methods.of(path)).isEqualTo(allowed);
    }
}
