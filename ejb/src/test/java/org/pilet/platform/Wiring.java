package org.pilet.platform;

import jakarta.inject.Inject;
import java.lang.reflect.Field;

/** Fills {@code @Inject} fields by type, for store tests that run without a container. */
public final class Wiring {

    private Wiring() {}

    /** Returns the target with each injection point set to the first of the beans that fits. */
    public static <T> T wire(T target, Object... beans) {
        for (Class<?> type = target.getClass(); type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.isAnnotationPresent(Inject.class)) {
                    set(target, field, beans);
                }
            }
        }
        return target;
    }

    private static void set(Object target, Field field, Object... beans) {
        for (Object bean : beans) {
            if (field.getType().isInstance(bean)) {
                try {
                    field.setAccessible(true);
                    field.set(target, bean);
                    return;
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }
}
