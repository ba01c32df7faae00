package dev.millrace.web.api;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;

/** The methods of each path of the API, from the annotations of its resources. Immutable. */
final class AllowedMethods {
    private static final Pattern PARAMETER = Pattern.compile("\\{\\w+(?:\\s*:\\s*((?:[^{}]|\\{[^{}]*})+))?}");

    /** By the order in which Jakarta REST chooses: the path with more literal characters first. */
    private final List<Template> templates;

    private record Template(Pattern path, int literals, Set<String> methods) {}

    private AllowedMethods(List<Template> templates) {
        this.templates = templates;
    }

    /** @param resources classes with {@link Path} */
    static AllowedMethods of(Collection<Class<?>> resources) {
        Map<String, Set<String>> methods = new TreeMap<>();
        for (Class<?> resource : resources) {
            String root = resource.getAnnotation(Path.class).value();
            for (Method method : resource.getDeclaredMethods()) {
                Path own = method.getAnnotation(Path.class);
                methodsOf(method).forEach(name -> methods.computeIfAbsent(
                                own == null ? root : root + own.value(), path -> new TreeSet<>())
                        .add(name));
            }
        }
        return new AllowedMethods(methods.entrySet().stream()
                .map(entry -> template(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt(Template::literals).reversed())
                .toList());
    }

    private static List<String> methodsOf(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .map(type -> type.getAnnotation(HttpMethod.class))
                .filter(Objects::nonNull)
                .map(HttpMethod::value)
                .flatMap(name -> name.equals(HttpMethod.GET) ? Stream.of(name, HttpMethod.HEAD) : Stream.of(name))
                .toList();
    }

    private static Template template(String path, Set<String> methods) {
        StringBuilder regex = new StringBuilder();
        int literals = 0;
        int end = 0;
        for (Matcher parameter = PARAMETER.matcher(path); parameter.find(); end = parameter.end()) {
            regex.append(Pattern.quote(path.substring(end, parameter.start())))
                    .append(parameter.group(1) == null ? "[^/]+" : parameter.group(1));
            literals += parameter.start() - end;
        }
        regex.append(Pattern.quote(path.substring(end))).append("/?");
        return new Template(Pattern.compile(regex.toString()), literals + path.length() - end, methods);
    }

    /**
     * @param path within the API, decoded, such as {@code /tasks}
     * @return as the header {@code Allow} has them; empty if there is no such path
     */
    String of(String path) {
        return templates.stream()
                .filter(template -> template.path().matcher(path).matches())
                .findFirst()
                .map(template -> String.join(", ", template.methods()))
                .orElse("");
    }
}
