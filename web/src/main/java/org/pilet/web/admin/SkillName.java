package org.pilet.web.admin;

import java.io.Serializable;

/** A skill by its name. */
public record SkillName(long id, String name) implements Serializable {}
