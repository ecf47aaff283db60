package org.pilet.it;

import org.jboss.arquillian.container.spi.client.deployment.Deployment;
import org.jboss.arquillian.container.spi.client.deployment.DeploymentDescription;
import org.jboss.arquillian.container.spi.client.deployment.DeploymentScenario;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.container.spi.context.annotation.DeploymentScoped;
import org.jboss.arquillian.container.spi.event.DeployDeployment;
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

    /**
     * Lets the first deployment of this process through and gives its result to all further test classes, also to those
     * for which Surefire has Arquillian begin anew.
     */
    public static class KeptDeployment {

        private static DeploymentScenario first;
        private static ProtocolMetaData whereItIs;
        private static Exception refusal;

        @Inject
        @ClassScoped
        private InstanceProducer<DeploymentScenario> scenario;

        @Inject
        @DeploymentScoped
        private InstanceProducer<Deployment> deployment;

        @Inject
        @DeploymentScoped
        private InstanceProducer<DeploymentDescription> description;

        @Inject
        @DeploymentScoped
        private InstanceProducer<ProtocolMetaData> metaData;

        void generate(@Observes EventContext<GenerateDeployment> round) {
            if (first == null) {
                round.proceed();
                first = scenario.get();
            } else {
                scenario.set(first);
            }
        }

        /** Within the contexts of the deployment, which others have opened before. */
        void deploy(@Observes(precedence = -1) EventContext<DeployDeployment> round) {
            if (whereItIs == null && refusal == null) {
                try {
                    round.proceed();
                    whereItIs = metaData.get();
                } catch (Exception e) { // Arquillian throws checked ones past the compiler
                    refusal = e;
                }
            } else {
                deployment.set(round.getEvent().getDeployment());
                description.set(round.getEvent().getDeployment().getDescription());
                metaData.set(whereItIs);
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
