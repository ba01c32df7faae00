package dev.millrace.worker.codec;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JacksonAnnotation;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;

/** Rejects annotations of Jackson that would change a type's JSON and that the codecs do not follow. */
final class JacksonAnnotations {
    private static final Set<Class<? extends Annotation>> FOLLOWED =
            Set.of(JsonProperty.class, JsonTypeInfo.class, JsonSubTypes.class, JsonTypeName.class);

    private JacksonAnnotations() {}

    /** @throws UnsupportedType naming the annotation */
    static void rejectUnsupported(Class<?> type, String component) {
        Stream.<AnnotatedElement>concat(
                        Stream.of(type),
                        Stream.of(type.getDeclaredFields(), type.getDeclaredMethods(), type.getDeclaredConstructors())
                                .flatMap(Stream::of))
                .flatMap(JacksonAnnotations::of)
                .filter(annotation -> annotation.annotationType().isAnnotationPresent(JacksonAnnotation.class)
                        || annotation.annotationType().getPackageName().startsWith("com.fasterxml.jackson"))
                .filter(annotation -> !FOLLOWED.contains(annotation.annotationType()))
                .findFirst()
                .ifPresent(annotation -> {
                    throw new UnsupportedType(
                            component,
                            "has @" + annotation.annotationType().getSimpleName() + " in " + type.getName()
                                    + ", which is not supported");
                });
    }

    private static Stream<Annotation> of(AnnotatedElement element) {
        Stream<Annotation> own = Stream.of(element.getDeclaredAnnotations());
        if (element instanceof Constructor<?> constructor) {
            return Stream.concat(
                    own, Stream.of(constructor.getParameterAnnotations()).flatMap(Stream::of));
        } else if (element instanceof Method method) {
            return Stream.concat(
                    own, Stream.of(method.getParameterAnnotations()).flatMap(Stream::of));
        }
        return own;
    }
}
