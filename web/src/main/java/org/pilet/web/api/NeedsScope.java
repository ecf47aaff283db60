package org.pilet.web.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The scope that a token must have to call this; a method's own wins over its resource's. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@interface NeedsScope {

    /** Any valid token will do. */
    String ANY = "";

    String value();
}
