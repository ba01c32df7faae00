package dev.millrace.itests.micro;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

import dev.millrace.itests.container.Archives;
import dev.millrace.itests.container.DeployedContract;

class WarOnMicroIT extends DeployedContract {
    @Deployment(testable = false)
    static WebArchive deployed() {
        return Archives.war();
    }
}
