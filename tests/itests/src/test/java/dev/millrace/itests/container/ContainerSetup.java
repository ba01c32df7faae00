package dev.millrace.itests.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

import dev.millrace.testkit.process.BuildOutput;
import dev.millrace.testkit.process.Folders;
import dev.millrace.testkit.process.Jvm;
import dev.millrace.testkit.process.Ports;
import dev.millrace.testkit.redis.RedisProcess;

/** Starts a container's Redis, and sets its free ports and options, before Arquillian reads {@code arquillian.xml}. */
public final class ContainerSetup implements LauncherSessionListener {
    static final String ADMIN_PASSWORD = "millers-first-admin";

    /** Maximum number of open connections of one user. */
    static final int SESSIONS_OF_A_USER = 5;

    /** Micro counts its log files, from 0. */
    private static final String MICRO_LOG = "server.log";

    private static final String REDIS_URL = "millrace.it.redis-url";

    private RedisProcess redis;

    /** The key that the container signs access tokens with. */
    static Path signingKey() {
        return BuildOutput.TARGET.resolve("containers").resolve(container()).resolve("keys/jwt-signing-key.pem");
    }

    /** The container's log so far. */
    static Path log() {
        return container().equals("wildfly")
                ? Path.of(System.getProperty("wildfly.home"), "standalone/log/server.log")
                : BuildOutput.TARGET.resolve("containers/micro").resolve(MICRO_LOG + ".0");
    }

    /** The name of the container under test, or null if the tests of this run need none. */
    static String container() {
        return System.getProperty("arquillian.launch");
    }

    /** The container's Redis; known in the test's virtual machine only. */
    static String redisUrl() {
        return System.getProperty(REDIS_URL);
    }

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        String container = container();
        if (container == null) {
            return;
        }
        Path folder = BuildOutput.TARGET.resolve("containers").resolve(container);
        Folders.delete(folder);
        redis = new RedisProcess(folder.resolve("redis"), container + "-redis").start();
        int portOffset = Ports.free() - 8080;

        Map<String, String> options = new LinkedHashMap<>();
        options.put("millrace.redis.url", redis.url());
        options.put("millrace.db.url", "jdbc:h2:file:" + folder.resolve("db/millrace"));
        options.put("millrace.admin.password", ADMIN_PASSWORD);
        options.put("millrace.accounts.registrations-per-address", "1000000");
        options.put("millrace.accounts.registrations-in-all", "1000000");
        options.put("millrace.push.max-connections-per-user", Integer.toString(SESSIONS_OF_A_USER));
        options.put("millrace.http.trusted-proxies", "127.0.0.1,::1");
        options.put("millrace.shutdown.delay", "0s");
        options.put("millrace.keys.directory", folder.resolve("keys").toString());
        if (container.equals("wildfly")) {
            options.put("jboss.socket.binding.port-offset", Integer.toString(portOffset));
            options.put("jboss.bind.address", "127.0.0.1");
        }
        System.setProperty(
                "millrace.it.micro-jar", BuildOutput.inStack("payara-micro.jar").toString());
        System.setProperty(
                "millrace.it.micro-options",
                String.join(
                        " ",
                        "--nohazelcast --disablephonehome --port",
                        Integer.toString(Ports.free()),
                        "--rootdir",
                        folder.resolve("domain").toString(),
                        "--logtofile",
                        folder.resolve(MICRO_LOG).toString(),
                        "--prebootcommandfile",
                        openPreboot(folder).toString(),
                        "--postdeploycommandfile",
                        BuildOutput.ROOT.resolve("deploy/micro/postdeploy.txt").toString()));
        System.setProperty("millrace.it.management-port", Integer.toString(9990 + portOffset));
        List<String> virtualMachine = new ArrayList<>(Jvm.SHORT_LIVED);
        virtualMachine.add("-Xmx768m");
        options.forEach((key, value) -> virtualMachine.add("-D" + key + "=" + value));
        System.setProperty("millrace.it.jvm-options", String.join(" ", virtualMachine));
        System.setProperty(REDIS_URL, redis.url());
    }

    /** Micro reports its port to Arquillian before the deployment, so the listener must be open by then. */
    private static Path openPreboot(Path folder) {
        try {
            List<String> commands = Files.readAllLines(BuildOutput.ROOT.resolve("deploy/micro/preboot.txt")).stream()
                    .filter(command -> !command.endsWith(".enabled=false"))
                    .toList();
            return Files.write(folder.resolve("preboot.txt"), commands);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (redis != null) {
            redis.close();
        }
    }
}
