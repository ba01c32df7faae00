package dev.millrace.web.api;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;

/**
 * The names of the query parameters that a resource's method declares.
 *
 * @param all of them
 * @param lists those that may be given more than once
 */
public record QueryNames(Set<String> all, Set<String> lists) {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.\\[\\]-]{1,64}");

    /** @return those of the method's parameters, also within its {@link BeanParam}s */
    public static QueryNames of(Method method) {
        QueryNames names = new QueryNames(new HashSet<>(), new HashSet<>());
        for (Parameter parameter : method.getParameters()) {
            if (parameter.isAnnotationPresent(QueryParam.class)) {
                names.add(parameter.getAnnotation(QueryParam.class), parameter.getType());
            } else if (parameter.isAnnotationPresent(BeanParam.class)) {
                names.addFieldsOf(parameter.getType());
            }
        }
        return names;
    }

    private void addFieldsOf(Class<?> bean) {
        for (Class<?> type = bean; type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.isAnnotationPresent(QueryParam.class)) {
                    add(field.getAnnotation(QueryParam.class), field.getType());
                } else if (field.isAnnotationPresent(BeanParam.class)) {
                    addFieldsOf(field.getType());
                }
            }
        }
    }

    private void add(QueryParam parameter, Class<?> type) {
        all.add(parameter.value());
        if (Collection.class.isAssignableFrom(type)) {
            lists.add(parameter.value());
        }
    }

    /**
     * @return the place of a parameter; {@code ?} if its name is not plain, because the answer does not repeat such a
     *     name
     */
    static String pointer(String name) {
        return PLAIN.matcher(name).matches() ? "?" + name : "?";
    }
}
