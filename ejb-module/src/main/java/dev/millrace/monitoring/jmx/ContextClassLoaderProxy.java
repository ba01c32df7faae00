package dev.millrace.monitoring.jmx;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/**
 * Calls an MBean with the application's context class loader. A JMX connector calls on threads without one, and Payara
 * then does not find the application's beans.
 */
final class ContextClassLoaderProxy implements InvocationHandler {
    private final Object target;
    private final ClassLoader loader;

    private ContextClassLoaderProxy(Object target, ClassLoader loader) {
        this.target = target;
        this.loader = loader;
    }

    /** @return the same bean, callable on any thread; the caller's thread must have the application's class loader */
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
