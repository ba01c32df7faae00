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

/** Finds the shapes of a record and of everything in it. For one thread. */
final class Codecs {
    private final boolean nullable;
    private final Map<String, RecursiveCodec> open = new HashMap<>();
    private final Map<String, RecursiveCodec> shared = new HashMap<>();
    private final Map<String, Codec> definitions = new LinkedHashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final JavaType root;

    /** @param nullable whether every reference may be null, as in results; else only boxed numbers and their like */
    Codecs(JavaType root, boolean nullable) {
        this.root = root;
        this.nullable = nullable;
    }

    boolean allNullable() {
        return nullable;
    }

    /** @throws UnsupportedType naming the component that cannot stand in JSON */
    Codec ofRoot() {
        Codec shape = ofComposite(root, null, root.getRawClass().getSimpleName());
        return shape instanceof RecursiveCodec ? definitions.remove("#") : shape;
    }

    /** Adds the types that contain themselves. */
    void define(ObjectNode schema) {
        if (!definitions.isEmpty()) {
            ObjectNode defs = schema.putObject("$defs");
            definitions.forEach((name, shape) -> defs.set(name, shape.schema()));
        }
    }

    /**
     * @param component whose type it is, for people
     * @return never null
     */
    Codec of(JavaType type, String component) {
        Class<?> raw = type.getRawClass();
        if (raw == Optional.class) {
            return new OptionalCodec(present(type.containedTypeOrUnknown(0), component));
        }
        Codec shape = present(type, component);
        boolean boxed = ClassUtil.primitiveType(raw) != null || Number.class.isAssignableFrom(raw);
        return !raw.isPrimitive() && (nullable || boxed) ? new NullableCodec(shape) : shape;
    }

    /** The shape of an item of a collection. */
    Codec ofItem(JavaType type, String component) {
        return nullable || type.hasRawClass(Optional.class) ? of(type, component) : present(type, component);
    }

    private Codec present(JavaType type, String component) {
        Class<?> raw = type.getRawClass();
        Class<?> primitive = ClassUtil.primitiveType(raw);
        Codec leaf = ScalarCodecs.of(primitive == null ? raw : primitive);
        if (leaf != null) {
            return leaf;
        } else if (raw.isEnum()) {
            JacksonAnnotations.refuseUnsupported(raw, component);
            return new EnumCodec(raw, component);
        } else if (raw.isRecord() || raw.isSealed()) {
            return ofComposite(type, null, component);
        }
        return ContainerCodecs.of(type, component, this);
    }

    /**
     * @param tag what tells it from the other records of a sealed interface, or null
     * @param component whose type it is, for people
     */
    Codec ofComposite(JavaType type, RecordCodec.Tag tag, String component) {
        String key = type.toCanonical() + (tag == null ? "" : " " + tag);
        if (shared.containsKey(key)) {
            return shared.get(key);
        }
        if (open.containsKey(key)) {
            shared.put(key, open.get(key));
            return open.get(key);
        }
        String name = type == root && tag == null ? "#" : nameFor(type, tag);
        RecursiveCodec standIn = new RecursiveCodec(name.equals("#") ? name : "#/$defs/" + name);
        open.put(key, standIn);
        Codec shape = type.getRawClass().isRecord()
                ? CompositeCodecs.ofRecord(type, tag, this)
                : CompositeCodecs.ofSealed(type, component, this);
        open.remove(key);
        if (!shared.containsKey(key)) {
            return shape;
        }
        standIn.stepInFor(shape);
        definitions.put(name, shape);
        return standIn;
    }

    private String nameFor(JavaType type, RecordCodec.Tag tag) {
        String plain = type.getRawClass().getSimpleName() + (tag == null ? "" : "_" + tag.member());
        String name = plain;
        for (int i = 2; !taken.add(name); i++) {
            name = plain + i;
        }
        return name;
    }

    static JavaType resolve(Type type, JavaType within) {
        return TypeFactory.defaultInstance().resolveMemberType(type, within.getBindings());
    }
}
