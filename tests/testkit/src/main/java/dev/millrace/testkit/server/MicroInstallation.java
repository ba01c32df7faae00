package dev.millrace.testkit.server;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

import dev.millrace.testkit.process.BuildOutput;
import dev.millrace.testkit.process.Folders;
import dev.millrace.testkit.process.Jvm;
import dev.millrace.testkit.process.Ports;

/** Payara Micro with the WAR at the root of a free port. */
final class MicroInstallation implements ServerInstallation {
    private final int port = Ports.free();
    private final Path folder;

    MicroInstallation(Path folder) {
        this.folder = folder;
    }

    @Override
    public void install() {
        Folders.delete(folder);
        folder.resolve("tmp").toFile().mkdirs();
    }

    @Override
    public List<String> command() {
        return Jvm.shortLived(
                "-Djava.io.tmpdir=" + folder.resolve("tmp"),
                "-jar",
                BuildOutput.inStack("payara-micro.jar").toString(),
                "--nohazelcast",
                "--disablephonehome",
                "--rootdir",
                folder.resolve("domain").toString(),
                "--prebootcommandfile",
                BuildOutput.ROOT.resolve("deploy/micro/preboot.txt").toString(),
                "--postdeploycommandfile",
                BuildOutput.ROOT.resolve("deploy/micro/postdeploy.txt").toString(),
                "--logproperties",
                BuildOutput.ROOT.resolve("deploy/micro/logging.properties").toString(),
                "--port",
                Integer.toString(port),
                "--deploy",
                BuildOutput.inStack("millrace.war").toString(),
                "--contextroot",
                "/");
    }

    @Override
    public URI address() {
        return URI.create("http://localhost:" + port + "/");
    }

    @Override
    public URI readiness() {
        return address().resolve("health/ready");
    }
}
