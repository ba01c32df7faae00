package dev.millrace.testkit.server;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import dev.millrace.testkit.process.BuildOutput;
import dev.millrace.testkit.process.Folders;
import dev.millrace.testkit.process.Jvm;
import dev.millrace.testkit.process.Ports;

/** WildFly, configured as deploy/wildfly says, with the EAR in its deployments folder. */
final class WildflyInstallation implements ServerInstallation {
    private static final List<String> EXPORTED = List.of(
            "java.desktop/sun.awt",
            "java.naming/com.sun.jndi.ldap",
            "java.naming/com.sun.jndi.url.ldap",
            "java.naming/com.sun.jndi.url.ldaps",
            "jdk.naming.dns/com.sun.jndi.dns");
    private static final List<String> OPENED = List.of(
            "java.base/com.sun.net.ssl.internal.ssl",
            "java.base/java.lang",
            "java.base/java.lang.invoke",
            "java.base/java.lang.reflect",
            "java.base/java.io",
            "java.base/java.net",
            "java.base/java.security",
            "java.base/java.util",
            "java.base/java.util.concurrent",
            "java.management/javax.management",
            "java.naming/javax.naming");

    private final Path home = BuildOutput.present(
            Path.of(System.getProperty("wildfly.home", "")), "the system property wildfly.home says where it is");
    private final int port = Ports.free();
    private final int management = Ports.free();
    private final Path base;

    WildflyInstallation(Path folder) {
        base = folder.resolve("standalone");
    }

    @Override
    public void install() {
        Folders.delete(base.getParent());
        Folders.copy(home.resolve("standalone/configuration"), base.resolve("configuration"));
        Folders.copy(BuildOutput.ear(), base.resolve("deployments/millrace.ear"));
    }

    @Override
    public List<String> command() {
        List<String> command = Jvm.shortLived("-D[Standalone]");
        EXPORTED.forEach(name -> command.add("--add-exports=" + name + "=ALL-UNNAMED"));
        OPENED.forEach(name -> command.add("--add-opens=" + name + "=ALL-UNNAMED"));
        Stream.of(
                        "-Djava.net.preferIPv4Stack=true",
                        "-Djboss.modules.system.pkgs=org.jboss.byteman",
                        "-Dorg.jboss.boot.log.file=" + base.resolve("log/server.log"),
                        "-Dlogging.configuration=file:" + base.resolve("configuration/logging.properties"),
                        "-jar",
                        home.resolve("jboss-modules.jar").toString(),
                        "-mp",
                        home.resolve("modules").toString(),
                        "org.jboss.as.standalone",
                        "-Djboss.home.dir=" + home,
                        "-Djboss.server.base.dir=" + base,
                        "-Djboss.bind.address=127.0.0.1",
                        "-Djboss.http.port=" + port,
                        "-Djboss.https.port=" + Ports.free(),
                        "-Djboss.management.http.port=" + management)
                .forEach(command::add);
        return command;
    }

    @Override
    public URI address() {
        return URI.create("http://localhost:" + port + "/millrace/");
    }

    @Override
    public URI readiness() {
        return address().resolve("api/health");
    }
}
