package dev.millrace.testkit.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.millrace.testkit.process.BuildOutput;
import dev.millrace.testkit.process.Command;
import dev.millrace.testkit.process.Folders;
import dev.millrace.testkit.process.Jvm;
import dev.millrace.testkit.process.Ports;

/** Payara Server, configured as deploy/payara says, with the EAR in its autodeploy folder. */
final class PayaraInstallation implements ServerInstallation {
    /** The server waits for this line on its standard input; otherwise asadmin writes it. */
    private static final String STANDARD_INPUT = "AS_ADMIN_MASTERPASSWORD=changeit\n";

    private static final List<String> PORTS =
            List.of("4848", "8181", "3700", "3820", "3920", "8686", "6666", "7676", "9009", "5900", "4900");

    private final Path home = BuildOutput.present(
            Path.of(System.getProperty("payara.home", "")), "the system property payara.home says where it is");
    private final int port = Ports.free();
    private final Path domain;

    PayaraInstallation(Path folder) {
        domain = folder.resolve("domain1");
    }

    @Override
    public void install() {
        Folders.delete(domain.getParent());
        Folders.copy(home.resolve("glassfish/domains/domain1"), domain);
        takeFreePorts(domain.resolve("config/domain.xml"));
        Folders.copy(BuildOutput.ear(), domain.resolve("autodeploy/millrace.ear"));
        try {
            Files.writeString(input(), STANDARD_INPUT);
            Files.write(commands("preboot"), configuration(true));
            Files.write(commands("postboot"), configuration(false));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A {@code set} on a running listener closes it for a moment, which must not happen after the deployment. */
    private static List<String> configuration(boolean set) throws IOException {
        return Files.readAllLines(BuildOutput.ROOT.resolve("deploy/payara/configure.asadmin")).stream()
                .filter(command -> command.startsWith("set ") == set)
                .toList();
    }

    private Path commands(String when) {
        return domain.resolve(when + ".txt");
    }

    private Path input() {
        return domain.resolve("input");
    }

    private void takeFreePorts(Path file) {
        try {
            String text = Files.readString(file).replace("\"8080\"", "\"" + port + "\"");
            for (String used : PORTS) {
                text = text.replace("\"" + used + "\"", "\"" + Ports.free() + "\"")
                        .replace("=" + used, "=" + Ports.free());
            }
            Files.writeString(file, text.replace("0.0.0.0", "127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The command of {@code asadmin start-domain}, but in the foreground. */
    @Override
    public List<String> command() {
        List<String> lines = Command.of(
                        "sh",
                        "-c",
                        "exec sh \"$@\" 2>&1",
                        "sh",
                        home.resolve("bin/asadmin").toString(),
                        "start-domain",
                        "--dry-run",
                        "--domaindir",
                        domain.getParent().toString(),
                        "domain1")
                .output()
                .lines()
                .toList();
        List<String> command = new ArrayList<>(lines.subList(1, lines.indexOf("")));
        command.addAll(1, Jvm.SHORT_LIVED);
        command.set(command.indexOf("-read-stdin") + 1, "false");
        command.set(command.indexOf("-verbose") + 1, "true");
        for (String when : List.of("preboot", "postboot")) {
            command.addAll(List.of("-" + when + "commandfile", commands(when).toString()));
        }
        command.addAll(0, List.of("sh", "-c", "exec \"$@\" < \"$0\"", input().toString()));
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
