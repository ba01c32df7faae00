package dev.millrace.monitoring.jmx;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/**
 * Leads calls of a console's bean into the application. A JMX connector calls on threads that have no context class loader,
 * without which Payara does not find the application's beans.
 */
final class ContextClassLoaderProxy implements InvocationHandler {
    private final Object target;
    private final ClassLoader loader;

    private ContextClassLoaderProxy(Object target, ClassLoader loader) {
        this.target = target;
        this.loader = loader;
    }

    /** @return the same bean, for calls from anywhere; the caller's own thread knows the application */
    static Object wrap(Object target) {
        Class<?> type = target.getClass();
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return Proxy.newProxyInstance(
                type.getClassLoader(), type.getInterfaces(), new ContextClassLoaderProxy(target, loader));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
