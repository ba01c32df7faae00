package dev.millrace.worker.codec;

import java.lang.reflect.Array;
import java.util.AbstractList;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JavaType;

/** Lists, sets, arrays and maps; rejects all other types with a reason. */
final class ContainerCodecs {
    private ContainerCodecs() {}

    static Codec of(JavaType type, String component, Codecs codecs) {
        Class<?> raw = type.getRawClass();
        if (raw.isArray()) {
            return array(raw.getComponentType(), codecs.ofItem(type.getContentType(), component));
        } else if (isOneOf(raw, codecs, List.class, Collection.class)) {
            Codec item = codecs.ofItem(type.getContentType(), component);
            return new ListCodec(item, false, items -> items, value -> (Collection<?>) value);
        } else if (isOneOf(raw, codecs, Set.class, Set.class)) {
            Codec item = codecs.ofItem(type.getContentType(), component);
            return new ListCodec(item, !codecs.allNullable(), LinkedHashSet::new, value -> (Collection<?>) value);
        } else if (isOneOf(raw, codecs, Map.class, Map.class)) {
            return new MapCodec(keys(type.getKeyType(), component), codecs.ofItem(type.getContentType(), component));
        }
        throw new UnsupportedType(component, "is of type " + type.toCanonical() + ", " + hint(raw));
    }

    /** Results may be of any class that implements it; parameters are instances of one of these. */
    private static boolean isOneOf(Class<?> raw, Codecs codecs, Class<?> first, Class<?> second) {
        return raw == first || raw == second || codecs.allNullable() && first.isAssignableFrom(raw);
    }

    private static EnumCodec keys(JavaType type, String component) {
        if (type.hasRawClass(String.class)) {
            return null;
        } else if (type.getRawClass().isEnum()) {
            return new EnumCodec(type.getRawClass(), component);
        }
        throw new UnsupportedType(
                component, "is a map with keys of type " + type.toCanonical() + "; keys must be String or an enum");
    }

    private static Codec array(Class<?> itemType, Codec item) {
        return new ListCodec(
                item,
                false,
                items -> {
                    Object array = Array.newInstance(itemType, items.size());
                    for (int i = 0; i < items.size(); i++) {
                        Array.set(array, i, items.get(i));
                    }
                    return array;
                },
                Items::new);
    }

    private static String hint(Class<?> raw) {
        if (raw == Object.class || raw.isInterface() && !Collection.class.isAssignableFrom(raw)) {
            return "which does not say how it stands in JSON; use a sealed interface of records, or JsonNode";
        } else if (Date.class.isAssignableFrom(raw) || raw.getPackageName().startsWith("java.time")) {
            return "which is not supported; use Instant, OffsetDateTime, LocalDate, LocalTime, LocalDateTime or Duration";
        } else if (Collection.class.isAssignableFrom(raw) || Map.class.isAssignableFrom(raw)) {
            return "which is not supported; use List, Set or Map";
        } else if (raw.getPackageName().startsWith("java.")) {
            return "which is not supported";
        }
        return "which is no record; use a record";
    }

    /** An array's items, also of one of primitive values. */
    private static final class Items extends AbstractList<Object> {
        private final Object array;

        Items(Object array) {
            this.array = array;
        }

        @Override
        public Object get(int index) {
            return Array.get(array, index);
        }

        @Override
        public int size() {
            return Array.getLength(array);
        }
    }
}
