package dev.millrace.worker.codec;

import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.ClassUtil;

/** Finds the codecs of a record and of all its components. For one thread. */
final class Codecs {
    private final boolean nullable;
    private final Map<String, RecursiveCodec> inProgress = new HashMap<>();
    private final Map<String, RecursiveCodec> recursive = new HashMap<>();
    private final Map<String, Codec> definitions = new LinkedHashMap<>();
    private final Set<String> usedNames = new HashSet<>();
    private final JavaType root;

    /** @param nullable whether every reference may be null, as in results; else only boxed numbers and similar types */
    Codecs(JavaType root, boolean nullable) {
        this.root = root;
        this.nullable = nullable;
    }

    boolean allNullable() {
        return nullable;
    }

    /** @throws UnsupportedType naming the component that JSON cannot express */
    Codec ofRoot() {
        Codec codec = ofComposite(root, null, root.getRawClass().getSimpleName());
        return codec instanceof RecursiveCodec ? definitions.remove("#") : codec;
    }

    /** Adds the types that contain themselves. */
    void define(ObjectNode schema) {
        if (!definitions.isEmpty()) {
            ObjectNode defs = schema.putObject("$defs");
            definitions.forEach((name, codec) -> defs.set(name, codec.schema()));
        }
    }

    /**
     * @param component the component of this type, for people
     * @return never null
     */
    Codec of(JavaType type, String component) {
        Class<?> raw = type.getRawClass();
        if (raw == Optional.class) {
            return new OptionalCodec(nonNull(type.containedTypeOrUnknown(0), component));
        }
        Codec codec = nonNull(type, component);
        boolean boxed = ClassUtil.primitiveType(raw) != null || Number.class.isAssignableFrom(raw);
        return !raw.isPrimitive() && (nullable || boxed) ? new NullableCodec(codec) : codec;
    }

    /** The codec of an item of a collection. */
    Codec ofItem(JavaType type, String component) {
        return nullable || type.hasRawClass(Optional.class) ? of(type, component) : nonNull(type, component);
    }

    private Codec nonNull(JavaType type, String component) {
        Class<?> raw = type.getRawClass();
        Class<?> primitive = ClassUtil.primitiveType(raw);
        Codec leaf = ScalarCodecs.of(primitive == null ? raw : primitive);
        if (leaf != null) {
            return leaf;
        } else if (raw.isEnum()) {
            JacksonAnnotations.rejectUnsupported(raw, component);
            return new EnumCodec(raw, component);
        } else if (raw.isRecord() || raw.isSealed()) {
            return ofComposite(type, null, component);
        }
        return ContainerCodecs.of(type, component, this);
    }

    /**
     * @param tag tells it from the other records of a sealed interface, or null
     * @param component the component of this type, for people
     */
    Codec ofComposite(JavaType type, RecordCodec.Tag tag, String component) {
        String key = type.toCanonical() + (tag == null ? "" : " " + tag);
        if (recursive.containsKey(key)) {
            return recursive.get(key);
        }
        if (inProgress.containsKey(key)) {
            recursive.put(key, inProgress.get(key));
            return inProgress.get(key);
        }
        String name = type == root && tag == null ? "#" : nameFor(type, tag);
        RecursiveCodec recursiveCodec = new RecursiveCodec(name.equals("#") ? name : "#/$defs/" + name);
        inProgress.put(key, recursiveCodec);
        Codec codec = type.getRawClass().isRecord()
                ? CompositeCodecs.ofRecord(type, tag, this)
                : CompositeCodecs.ofSealed(type, component, this);
        inProgress.remove(key);
        if (!recursive.containsKey(key)) {
            return codec;
        }
        recursiveCodec.resolve(codec);
        definitions.put(name, codec);
        return recursiveCodec;
    }

    private String nameFor(JavaType type, RecordCodec.Tag tag) {
        String plain = type.getRawClass().getSimpleName() + (tag == null ? "" : "_" + tag.member());
        String name = plain;
        for (int i = 2; !usedNames.add(name); i++) {
            name = plain + i;
        }
        return name;
    }

    static JavaType resolve(Type type, JavaType within) {
        return TypeFactory.defaultInstance().resolveMemberType(type, within.getBindings());
    }
}
