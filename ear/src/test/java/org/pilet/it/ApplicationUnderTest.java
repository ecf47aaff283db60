package org.pilet.it;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.awaitility.Awaitility;
import org.hamcrest.Matcher;
import org.jboss.arquillian.container.spi.client.deployment.DeploymentDescription;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.arquillian.container.test.spi.client.deployment.DeploymentScenarioGenerator;
import org.jboss.arquillian.test.spi.TestClass;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * The application as it was built, with one more web module that carries the tests that run inside, and with a language
 * that shows what is hard-coded.
 */
public class ApplicationUnderTest implements DeploymentScenarioGenerator {

    private static final String DESCRIPTOR = "META-INF/application.xml";
    private static final String MODULE =
            "<module><web><web-uri>inside.war</web-uri><context-root>/inside-test</context-root></web></module>";

    @Override
    public List<DeploymentDescription> generate(TestClass testClass) {
        Uncompressed.use();
        var ear = ShrinkWrap.createFromZipFile(
                EnterpriseArchive.class, Installation.ear().toFile());
        Pseudo.put(ear);
        ear.setApplicationXML(new StringAsset(withTests(ear)));
        ear.addAsModule(Testable.archiveToTest(ShrinkWrap.create(WebArchive.class, "inside.war")
                .addPackage("org.pilet.it.inside")
                .addAsLibraries(jar(Awaitility.class), jar(Matcher.class))
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")));
        return List.of(new DeploymentDescription("pilet", ear).shouldBeTestable(true));
    }

    private static File jar(Class<?> oneOfIts) {
        return new File(
                oneOfIts.getProtectionDomain().getCodeSource().getLocation().getPath());
    }

    private static String withTests(EnterpriseArchive ear) {
        try (var stream = ear.get(DESCRIPTOR).getAsset().openStream()) {
            var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            var afterLast = text.lastIndexOf("</module>") + "</module>".length();
            return text.substring(0, afterLast) + MODULE + text.substring(afterLast);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
