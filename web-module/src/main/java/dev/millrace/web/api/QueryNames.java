package dev.millrace.web.api;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;

import dev.millrace.platform.problem.Fault;
import dev.millrace.platform.problem.InvalidRequest;

/** The names of query parameters: which ones a resource's method declares, and which ones nobody knows. */
public final class QueryNames {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.\\[\\]-]{1,64}");

    private QueryNames() {}

    /** @return those of the method's parameters, also within its {@link BeanParam}s */
    public static Set<String> of(Method method) {
        Set<String> names = new HashSet<>();
        for (Parameter parameter : method.getParameters()) {
            if (parameter.isAnnotationPresent(QueryParam.class)) {
                names.add(parameter.getAnnotation(QueryParam.class).value());
            } else if (parameter.isAnnotationPresent(BeanParam.class)) {
                addFieldsOf(parameter.getType(), names);
            }
        }
        return names;
    }

    private static void addFieldsOf(Class<?> bean, Set<String> names) {
        for (Class<?> type = bean; type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.isAnnotationPresent(QueryParam.class)) {
                    names.add(field.getAnnotation(QueryParam.class).value());
                } else if (field.isAnnotationPresent(BeanParam.class)) {
                    addFieldsOf(field.getType(), names);
                }
            }
        }
    }

    /**
     * A name that is not plain is not repeated: its fault has the pointer {@code ?}. An empty one, as between two {@code &},
     * says nothing.
     *
     * @throws InvalidRequest naming the place of each that is not known
     */
    static void refuseUnknown(Collection<String> given, Set<String> known) {
        List<Fault> faults = new ArrayList<>();
        for (String name : new TreeSet<>(given)) {
            if (!name.isEmpty() && !known.contains(name)) {
                faults.add(new Fault(PLAIN.matcher(name).matches() ? "?" + name : "?", "unknown query parameter"));
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidRequest(faults.stream().distinct().toList());
        }
    }
}
