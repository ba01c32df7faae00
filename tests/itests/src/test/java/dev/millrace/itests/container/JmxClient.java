package dev.millrace.itests.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;

/** A JMX console that attaches to the container's process. */
final class JmxClient implements AutoCloseable {
    private static final List<String> CONTAINERS = List.of("jboss-modules.jar", "payara-micro.jar");

    private final JMXConnector connector;
    private final MBeanServerConnection beans;

    private JmxClient(JMXConnector connector) throws IOException {
        this.connector = connector;
        this.beans = connector.getMBeanServerConnection();
    }

    /** Attaches to the container that this test has started. */
    static JmxClient attached() {
        try {
            VirtualMachine machine =
                    VirtualMachine.attach(Long.toString(container().pid()));
            try {
                return new JmxClient(
                        JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent())));
            } finally {
                machine.detach();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (AttachNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ProcessHandle container() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> CONTAINERS.stream()
                        .anyMatch(jar -> process.info().commandLine().orElse("").contains(jar)))
                .filter(process -> process.info().command().orElse("").endsWith("java"))
                .findFirst()
                .orElseThrow();
    }

    /** The kinds of Millrace's MBeans. */
    Set<String> kinds() {
        try {
            return beans.queryNames(new ObjectName("dev.millrace:*"), null).stream()
                    .map(name -> name.getKeyProperty("type"))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An attribute of the first MBean whose name fits, such as {@code type=Queue,*}. */
    Object read(String name, String attribute) {
        try {
            ObjectName bean = beans.queryNames(new ObjectName("dev.millrace:" + name), null)
                    .iterator()
                    .next();
            return beans.getAttribute(bean, attribute);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        connector.close();
    }
}
