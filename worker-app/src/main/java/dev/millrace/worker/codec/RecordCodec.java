package dev.millrace.worker.codec;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Records, as objects with exactly these properties. */
final class RecordCodec implements Codec {
    private final Constructor<?> constructor;
    private final List<RecordMember> members;
    private final Set<String> names;
    private final Tag tag;

    /**
     * Tells the records of a sealed interface apart.
     *
     * @param member the property that holds the name
     * @param name the record's name
     */
    record Tag(String member, String name) {}

    /** @param tag null = none */
    RecordCodec(Constructor<?> constructor, List<RecordMember> members, Tag tag) {
        this.constructor = constructor;
        this.members = members;
        this.tag = tag;
        names = members.stream().map(RecordMember::name).collect(Collectors.toSet());
    }

    @Override
    public ObjectNode schema() {
        ObjectNode schema = SchemaNodes.of("object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = schema.putArray("required");
        if (tag != null) {
            properties.putObject(tag.member()).put("const", tag.name());
            required.add(tag.member());
        }
        for (RecordMember member : members) {
            properties.set(member.name(), member.schema());
            if (member.isRequired()) {
                required.add(member.name());
            }
        }
        if (required.isEmpty()) {
            schema.remove("required");
        }
        return schema.put("additionalProperties", false);
    }

    @Override
    public Object read(JsonNode value, ValuePath path) throws InvalidValue {
        if (!value.isObject()) {
            throw new InvalidValue(path, "must be an object");
        }
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            if (!names.contains(member.getKey())
                    && (tag == null || !tag.member().equals(member.getKey()))) {
                throw new InvalidValue(path.child(member.getKey()), "unknown property");
            }
        }
        Object[] arguments = new Object[members.size()];
        for (int i = 0; i < arguments.length; i++) {
            RecordMember member = members.get(i);
            arguments[i] = member.read(value.get(member.name()), path.child(member.name()));
        }
        return construct(arguments, path);
    }

    @Override
    public boolean isFinite(Set<Codec> within) {
        return members.stream().allMatch(member -> member.canEnd(within));
    }

    private Object construct(Object[] arguments, ValuePath path) throws InvalidValue {
        try {
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new RejectedByConstructor(path, e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void write(Object value, JsonGenerator out, ValuePath path) throws InvalidValue, IOException {
        out.writeStartObject();
        if (tag != null) {
            out.writeStringField(tag.member(), tag.name());
        }
        for (RecordMember member : members) {
            out.writeFieldName(member.name());
            member.write(value, out, path.child(member.name()));
        }
        out.writeEndObject();
    }
}
