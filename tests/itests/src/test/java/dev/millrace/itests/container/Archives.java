package dev.millrace.itests.container;

import java.nio.file.Path;

import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

import dev.millrace.testkit.process.BuildOutput;

/** The archives of the build. */
public final class Archives {
    private Archives() {}

    public static WebArchive war() {
        return ShrinkWrap.create(ZipImporter.class, "millrace.war")
                .importFrom(BuildOutput.inStack("millrace.war").toFile())
                .as(WebArchive.class);
    }

    public static EnterpriseArchive ear() {
        Path file = BuildOutput.ear();
        return ShrinkWrap.create(ZipImporter.class, "millrace.ear")
                .importFrom(file.toFile())
                .as(EnterpriseArchive.class);
    }
}
