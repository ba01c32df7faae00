package dev.millrace.web.push;

import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ServiceCachingClassLoaderTest {
    private static final String WITHOUT_PROVIDERS = "META-INF/services/dev.millrace.Nothing";
    private static final String PROVIDED = "META-INF/services/jakarta.json.spi.JsonProvider";

    private final List<String> queries = new ArrayList<>();
    private final ClassLoader all = new ClassLoader(getClass().getClassLoader()) {
        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            queries.add(name);
            return super.getResources(name);
        }
    };
    private final ServiceCachingClassLoader services = new ServiceCachingClassLoader(all);

    @Test
    void archives_are_searched_once_for_a_service_without_providers() throws IOException {
        assertThat(find(WITHOUT_PROVIDERS)).isEmpty();
        assertThat(find(WITHOUT_PROVIDERS)).isEmpty();

        assertThat(queries).containsExactly(WITHOUT_PROVIDERS);
    }

    @Test
    void a_service_with_a_provider_is_found_each_time() throws IOException {
        assertThat(find(PROVIDED)).isNotEmpty().isEqualTo(find(PROVIDED));
    }

    @Test
    void other_resources_are_looked_for_each_time() throws IOException {
        find("a/resource");
        find("a/resource");

        assertThat(queries).containsExactly("a/resource", "a/resource");
    }

    @Test
    void classes_are_those_of_the_other_class_loader() throws ClassNotFoundException {
        assertThat(services.loadClass(getClass().getName())).isSameAs(getClass());
    }

    private List<URL> find(String name) throws IOException {
        return Collections.list(services.getResources(name));
    }
}
