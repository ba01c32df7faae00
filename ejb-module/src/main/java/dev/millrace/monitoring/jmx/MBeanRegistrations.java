package dev.millrace.monitoring.jmx;

import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** The beans that are shown on the platform's MBean server. Not thread-safe. */
final class MBeanRegistrations implements AutoCloseable {
    private static final String DOMAIN = "dev.millrace";

    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    private Map<ObjectName, Object> shown = Map.of();

    /** @return the name of the only bean of its kind */
    static ObjectName named(String type) throws JMException {
        return new ObjectName(DOMAIN + ":type=" + type);
    }

    /** @return the name of one bean of a kind */
    static ObjectName named(String type, String name) throws JMException {
        return new ObjectName(DOMAIN + ":type=" + type + ",name=" + ObjectName.quote(name));
    }

    /** Shows these and no others; a bean that is shown under its name already stays. */
    void show(Map<ObjectName, Object> beans) throws JMException {
        Map<ObjectName, Object> next = new HashMap<>();
        for (ObjectName name : shown.keySet()) {
            if (!beans.containsKey(name)) {
                takeAway(name);
            }
        }
        for (Map.Entry<ObjectName, Object> bean : beans.entrySet()) {
            Object present = shown.get(bean.getKey());
            if (present == null) {
                takeAway(bean.getKey()); // an earlier deployment may have left it
                server.registerMBean(ContextClassLoaderProxy.fromAnywhere(bean.getValue()), bean.getKey());
            }
            next.put(bean.getKey(), present == null ? bean.getValue() : present);
        }
        shown = next;
    }

    private void takeAway(ObjectName name) throws JMException {
        if (server.isRegistered(name)) {
            try {
                server.unregisterMBean(name);
            } catch (InstanceNotFoundException e) {
                return; // somebody else was first
            }
        }
    }

    @Override
    public void close() throws JMException {
        show(Map.of());
    }
}
