package dev.millrace.web.push;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Delegates to another class loader, and caches the files that declare services. As the context class loader of a
 * sending thread it spares Payara a search of all archives. Tyrus arms a timer with every frame, and the timer's
 * executor looks up services that capture the caller's context.
 */
final class ServiceCachingClassLoader extends ClassLoader {
    private static final String DECLARATIONS = "META-INF/services/";

    private final Map<String, List<URL>> cache = new ConcurrentHashMap<>();

    /** @param all finds classes and resources */
    ServiceCachingClassLoader(ClassLoader all) {
        super(all);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        if (!name.startsWith(DECLARATIONS)) {
            return super.getResources(name);
        }
        List<URL> known = cache.get(name);
        if (known == null) {
            known = Collections.list(super.getResources(name));
            cache.put(name, known);
        }
        return Collections.enumeration(known);
    }
}
