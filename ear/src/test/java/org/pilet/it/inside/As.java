package org.pilet.it.inside;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Runs a test inside the application as the person with this address, with all their roles, or as {@code SYSTEM}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface As {

    String SYSTEM = "SYSTEM";

    String value();
}
