package dev.millrace.worker.shape;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.type.TypeFactory;

import dev.millrace.worker.api.Parameter;

/** Records, and sealed interfaces of records. */
final class Composites {
    private static final String DEFAULT_TAG = "type";

    private Composites() {}

    static Shape ofRecord(JavaType type, RecordShape.Tag tag, Shapes shapes) {
        Class<?> raw = type.getRawClass();
        Annotations.refuseUnsupported(raw, raw.getSimpleName());
        List<Member> members = new ArrayList<>();
        Set<String> names = new HashSet<>(tag == null ? Set.of() : Set.of(tag.member()));
        for (RecordComponent component : raw.getRecordComponents()) {
            Member member = member(component, type, shapes);
            if (!names.add(member.name())) {
                throw new UnsupportedType(
                        place(component), "shares its name " + member.name() + " with another member");
            }
            members.add(member);
        }
        return new RecordShape(canonical(raw), members, tag);
    }

    private static Member member(RecordComponent component, JavaType record, Shapes shapes) {
        String place = place(component);
        JsonProperty renamed = annotation(component, JsonProperty.class);
        Parameter described = annotation(component, Parameter.class);
        Shape shape = shapes.of(Shapes.resolve(component.getGenericType(), record), place);
        if (described != null) {
            shape = Constraints.narrow(shape, described, place);
        }
        JsonNode fallback = described == null ? null : Constraints.fallback(shape, described, place);
        Method accessor = component.getAccessor();
        accessor.setAccessible(true);
        return new Member(
                renamed == null || renamed.value().isEmpty() ? component.getName() : renamed.value(),
                accessor,
                shape,
                fallback,
                described);
    }

    private static <A extends java.lang.annotation.Annotation> A annotation(RecordComponent component, Class<A> type) {
        try {
            return component
                    .getDeclaringRecord()
                    .getDeclaredField(component.getName())
                    .getAnnotation(type);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String place(RecordComponent component) {
        return component.getDeclaringRecord().getSimpleName() + "." + component.getName();
    }

    private static Constructor<?> canonical(Class<?> type) {
        try {
            Class<?>[] parameters = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            Constructor<?> constructor = type.getDeclaredConstructor(parameters);
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    static Shape ofSealed(JavaType type, String component, Shapes shapes) {
        Class<?> raw = type.getRawClass();
        Annotations.refuseUnsupported(raw, component);
        String tag = tagOf(raw, component);
        Map<String, Shape> byName = new LinkedHashMap<>();
        Map<Class<?>, Shape> byType = new HashMap<>();
        for (Class<?> record : records(raw, component)) {
            String name = nameOf(record, raw);
            JavaType recordType = TypeFactory.defaultInstance().constructType(record);
            Shape shape = shapes.ofComposite(recordType, new RecordShape.Tag(tag, name), component);
            byType.put(record, shape);
            if (byName.put(name, shape) != null) {
                throw new UnsupportedType(component, "has two records called " + name + " in " + raw.getSimpleName());
            }
        }
        return new SealedShape(tag, byName, byType);
    }

    private static String tagOf(Class<?> type, String component) {
        JsonTypeInfo info = type.getAnnotation(JsonTypeInfo.class);
        if (info == null) {
            return DEFAULT_TAG;
        }
        if (info.use() != JsonTypeInfo.Id.NAME
                || info.include() != JsonTypeInfo.As.PROPERTY && info.include() != JsonTypeInfo.As.EXISTING_PROPERTY) {
            throw new UnsupportedType(
                    component, "has a @JsonTypeInfo that does not tell types by a property with a name");
        }
        return info.property().isEmpty() ? info.use().getDefaultPropertyName() : info.property();
    }

    private static List<Class<?>> records(Class<?> sealed, String component) {
        List<Class<?>> records = new ArrayList<>();
        for (Class<?> permitted : sealed.getPermittedSubclasses()) {
            if (permitted.isRecord()) {
                records.add(permitted);
            } else if (permitted.isSealed()) {
                records.addAll(records(permitted, component));
            } else {
                throw new UnsupportedType(
                        component,
                        "is of a sealed type that permits " + permitted.getSimpleName() + ", which is no record");
            }
        }
        return records;
    }

    private static String nameOf(Class<?> record, Class<?> sealed) {
        JsonTypeName own = record.getAnnotation(JsonTypeName.class);
        if (own != null && !own.value().isEmpty()) {
            return own.value();
        }
        JsonSubTypes listed = sealed.getAnnotation(JsonSubTypes.class);
        return listed == null
                ? record.getSimpleName()
                : Arrays.stream(listed.value())
                        .filter(entry ->
                                entry.value() == record && !entry.name().isEmpty())
                        .map(JsonSubTypes.Type::name)
                        .findFirst()
                        .orElse(record.getSimpleName());
    }
}
