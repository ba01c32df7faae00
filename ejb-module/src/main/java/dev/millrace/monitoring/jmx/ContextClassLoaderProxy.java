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
    private final Object bean;
    private final ClassLoader application;

    private ContextClassLoaderProxy(Object bean, ClassLoader application) {
        this.bean = bean;
        this.application = application;
    }

    /** @return the same bean, for calls from anywhere; the caller's own thread knows the application */
    static Object fromAnywhere(Object bean) {
        Class<?> type = bean.getClass();
        ClassLoader application = Thread.currentThread().getContextClassLoader();
        return Proxy.newProxyInstance(
                type.getClassLoader(), type.getInterfaces(), new ContextClassLoaderProxy(bean, application));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(application);
        try {
            return method.invoke(bean, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
