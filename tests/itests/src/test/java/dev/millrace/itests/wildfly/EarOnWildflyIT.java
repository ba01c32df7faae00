package dev.millrace.itests.wildfly;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;

import dev.millrace.itests.container.Archives;
import dev.millrace.itests.container.DeployedContract;

class EarOnWildflyIT extends DeployedContract {
    @Deployment(testable = false)
    static EnterpriseArchive deployed() {
        return Archives.ear();
    }
}
