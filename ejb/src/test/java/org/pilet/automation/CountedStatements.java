package org.pilet.automation;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.pilet.platform.Sql;

/** Counts what is asked of a database, on one connection that stays open. */
final class CountedStatements {

    private final AtomicInteger count = new AtomicInteger();
    private final Connection connection;

    CountedStatements(DataSource database) throws java.sql.SQLException {
        connection = database.getConnection();
    }

    Sql sql() {
        return new Sql((DataSource) proxy(
                DataSource.class,
                (method, arguments) -> proxy(Connection.class, (called, given) -> {
                    if (called.getName().equals("close")) {
                        return null;
                    }
                    if (called.getName().equals("prepareStatement")) {
                        count.incrementAndGet();
                    }
                    return called.invoke(connection, given);
                })));
    }

    /** How many since this was asked last. */
    int taken() {
        return count.getAndSet(0);
    }

    private static Object proxy(Class<?> type, Call call) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            try {
                return call.answer(method, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }

    private interface Call {
        Object answer(java.lang.reflect.Method method, Object[] arguments) throws Throwable;
    }
}
