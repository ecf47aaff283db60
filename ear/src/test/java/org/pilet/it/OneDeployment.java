package org.pilet.it;

import org.jboss.arquillian.container.spi.client.deployment.DeploymentScenario;
import org.jboss.arquillian.container.spi.event.DeployManagedDeployments;
import org.jboss.arquillian.container.spi.event.UnDeployManagedDeployments;
import org.jboss.arquillian.container.test.impl.client.deployment.AnnotationDeploymentScenarioGenerator;
import org.jboss.arquillian.container.test.impl.client.deployment.event.GenerateDeployment;
import org.jboss.arquillian.container.test.spi.client.deployment.DeploymentScenarioGenerator;
import org.jboss.arquillian.core.api.InstanceProducer;
import org.jboss.arquillian.core.api.annotation.Inject;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.EventContext;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.jboss.arquillian.test.spi.annotation.ClassScoped;

/** Deploys the application once for all test classes, where Arquillian would deploy and remove it for each. */
public class OneDeployment implements LoadableExtension {

    @Override
    public void register(ExtensionBuilder builder) {
        builder.override(
                        DeploymentScenarioGenerator.class,
                        AnnotationDeploymentScenarioGenerator.class,
                        ApplicationUnderTest.class)
                .observer(KeptDeployment.class);
    }

    /** Lets the first round of Arquillian's events through and gives its result to all further test classes. */
    public static class KeptDeployment {

        @Inject
        @ClassScoped
        private InstanceProducer<DeploymentScenario> scenario;

        private DeploymentScenario first;
        private boolean tried;
        private Exception refusal;

        void generate(@Observes EventContext<GenerateDeployment> round) {
            if (first == null) {
                round.proceed();
                first = scenario.get();
            } else {
                scenario.set(first);
            }
        }

        void deploy(@Observes EventContext<DeployManagedDeployments> round) {
            if (!tried) {
                tried = true;
                try {
                    round.proceed();
                } catch (Exception e) { // Arquillian throws checked ones past the compiler
                    refusal = e;
                }
            }
            if (refusal != null) {
                throw new IllegalStateException("The application was not deployed; see " + Installation.log(), refusal);
            }
        }

        void undeploy(@Observes EventContext<UnDeployManagedDeployments> round) {
            // it stays until the server stops with the run
        }
    }
}
