package dev.millrace.worker.codec;

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
final class CompositeCodecs {
    private static final String DEFAULT_TAG = "type";

    private CompositeCodecs() {}

    static Codec ofRecord(JavaType type, RecordCodec.Tag tag, Codecs codecs) {
        Class<?> raw = type.getRawClass();
        JacksonAnnotations.rejectUnsupported(raw, raw.getSimpleName());
        List<RecordMember> members = new ArrayList<>();
        Set<String> names = new HashSet<>(tag == null ? Set.of() : Set.of(tag.member()));
        for (RecordComponent component : raw.getRecordComponents()) {
            RecordMember member = member(component, type, codecs);
            if (!names.add(member.name())) {
                throw new UnsupportedType(
                        qualifiedName(component), "has the same JSON name " + member.name() + " as another component");
            }
            members.add(member);
        }
        return new RecordCodec(canonical(raw), members, tag);
    }

    private static RecordMember member(RecordComponent component, JavaType record, Codecs codecs) {
        String qualifiedName = qualifiedName(component);
        JsonProperty renamed = annotation(component, JsonProperty.class);
        Parameter annotation = annotation(component, Parameter.class);
        Codec codec = codecs.of(Codecs.resolve(component.getGenericType(), record), qualifiedName);
        if (annotation != null) {
            codec = ParameterConstraints.narrow(codec, annotation, qualifiedName);
        }
        JsonNode defaultValue =
                annotation == null ? null : ParameterConstraints.defaultValue(codec, annotation, qualifiedName);
        Method accessor = component.getAccessor();
        accessor.setAccessible(true);
        return new RecordMember(
                renamed == null || renamed.value().isEmpty() ? component.getName() : renamed.value(),
                accessor,
                codec,
                defaultValue,
                annotation);
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

    private static String qualifiedName(RecordComponent component) {
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

    static Codec ofSealed(JavaType type, String component, Codecs codecs) {
        Class<?> raw = type.getRawClass();
        JacksonAnnotations.rejectUnsupported(raw, component);
        String tag = tagOf(raw, component);
        Map<String, Codec> byName = new LinkedHashMap<>();
        Map<Class<?>, Codec> byType = new HashMap<>();
        for (Class<?> record : records(raw, component)) {
            String name = nameOf(record, raw);
            JavaType recordType = TypeFactory.defaultInstance().constructType(record);
            Codec codec = codecs.ofComposite(recordType, new RecordCodec.Tag(tag, name), component);
            byType.put(record, codec);
            if (byName.put(name, codec) != null) {
                throw new UnsupportedType(component, "has two records called " + name + " in " + raw.getSimpleName());
            }
        }
        return new SealedCodec(tag, byName, byType);
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
