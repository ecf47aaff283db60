package org.pilet.automation;

import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.pilet.automation.actions.ActionKind;
import org.pilet.automation.conditions.ConditionKind;

/** The catalogue without a container: every class of the two packages, as CDI would find them. */
final class Catalogues {

    private Catalogues() {}

    static Catalogue all() {
        return new Catalogue(found(ConditionKind.class), found(ActionKind.class));
    }

    private static <T> List<T> found(Class<T> kind) {
        try {
            Path folder = Path.of(
                            kind.getResource(kind.getSimpleName() + ".class").toURI())
                    .getParent();
            List<T> kinds = new ArrayList<>();
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.sorted().toList()) {
                    String name = file.getFileName().toString().replace(".class", "");
                    Class<?> type =
                            name.contains("-") ? Object.class : Class.forName(kind.getPackageName() + "." + name);
                    if (kind.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers())) {
                        Constructor<?> constructor = type.getDeclaredConstructor();
                        constructor.setAccessible(true);
                        kinds.add(kind.cast(constructor.newInstance()));
                    }
                }
            }
            return kinds;
        } catch (java.io.IOException | java.net.URISyntaxException | ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
