package org.pilet.web.common;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;
import jakarta.el.PropertyNotWritableException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Lets pages write {@code #{row.subject}} of records; Expression Language 6 (Jakarta EE 11) does so by itself. */
public class RecordProperties extends ELResolver {

    private final Map<Class<?>, Map<String, Method>> accessors = new ConcurrentHashMap<>();

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        return accessor(base, property)
                .map(method -> {
                    context.setPropertyResolved(base, property);
                    return read(method, base);
                })
                .orElse(null);
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
        return accessor(base, property)
                .map(method -> {
                    context.setPropertyResolved(base, property);
                    return method.getReturnType();
                })
                .orElse(null);
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
        if (accessor(base, property).isPresent()) {
            throw new PropertyNotWritableException(property + " is a component of a record");
        }
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
        boolean known = accessor(base, property).isPresent();
        if (known) {
            context.setPropertyResolved(base, property);
        }
        return known;
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
        return base instanceof Record ? String.class : null;
    }

    private Optional<Method> accessor(Object base, Object property) {
        if (!(base instanceof Record) || property == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(accessors
                .computeIfAbsent(base.getClass(), RecordProperties::components)
                .get(property.toString()));
    }

    private static Map<String, Method> components(Class<?> type) {
        Map<String, Method> methods = new ConcurrentHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            methods.put(component.getName(), component.getAccessor());
        }
        return methods;
    }

    private static Object read(Method method, Object base) {
        try {
            return method.invoke(base);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new ELException("Cannot read " + method, e);
        }
    }
}
