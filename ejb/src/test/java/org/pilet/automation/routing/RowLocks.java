package org.pilet.automation.routing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import javax.sql.DataSource;

/** Transactions without a container: what one thread asks of the data source within one is one connection. */
final class RowLocks {

    private final DataSource database;
    private final ThreadLocal<Connection> current = new ThreadLocal<>();

    RowLocks(DataSource database) {
        this.database = database;
    }

    /** The same database, whose connections stay open until the transaction ends. */
    DataSource source() {
        return proxy(DataSource.class, (method, arguments) -> {
            Connection open = current.get();
            if (open == null || !method.getName().equals("getConnection")) {
                return method.invoke(database, arguments);
            }
            return proxy(
                    Connection.class,
                    (call, given) -> call.getName().equals("close") ? null : call.invoke(open, given));
        });
    }

    <T> T transaction(Callable<T> work) throws Exception {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            current.set(connection);
            try {
                T result = work.call();
                connection.commit();
                return result;
            } catch (Exception failed) {
                connection.rollback();
                throw failed;
            } finally {
                current.remove();
            }
        }
    }

    @FunctionalInterface
    private interface Call {
        Object to(java.lang.reflect.Method method, Object[] arguments)
                throws ReflectiveOperationException, SQLException;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    try {
                        return call.to(method, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
