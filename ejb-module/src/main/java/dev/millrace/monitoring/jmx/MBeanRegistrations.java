package dev.millrace.monitoring.jmx;

import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** The MBeans that this node has registered with the platform's MBean server. Not thread-safe. */
final class MBeanRegistrations implements AutoCloseable {
    private static final String DOMAIN = "dev.millrace";

    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    private Map<ObjectName, Object> registered = Map.of();

    /** @return the name of the only bean of its kind */
    static ObjectName objectName(String type) throws JMException {
        return new ObjectName(DOMAIN + ":type=" + type);
    }

    /** @return the name of one bean of a kind */
    static ObjectName objectName(String type, String name) throws JMException {
        return new ObjectName(DOMAIN + ":type=" + type + ",name=" + ObjectName.quote(name));
    }

    /** Registers these beans and removes all others; a bean already registered under its name stays. */
    void replaceAll(Map<ObjectName, Object> beans) throws JMException {
        Map<ObjectName, Object> next = new HashMap<>();
        for (ObjectName name : registered.keySet()) {
            if (!beans.containsKey(name)) {
                unregister(name);
            }
        }
        for (Map.Entry<ObjectName, Object> bean : beans.entrySet()) {
            Object present = registered.get(bean.getKey());
            if (present == null) {
                unregister(bean.getKey()); // an earlier deployment may have left it
                server.registerMBean(ContextClassLoaderProxy.wrap(bean.getValue()), bean.getKey());
            }
            next.put(bean.getKey(), present == null ? bean.getValue() : present);
        }
        registered = next;
    }

    private void unregister(ObjectName name) throws JMException {
        if (server.isRegistered(name)) {
            try {
                server.unregisterMBean(name);
            } catch (InstanceNotFoundException e) {
                return; // removed by another thread meanwhile
            }
        }
    }

    @Override
    public void close() throws JMException {
        replaceAll(Map.of());
    }
}
