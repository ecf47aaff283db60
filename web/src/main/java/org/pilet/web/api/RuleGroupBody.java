package org.pilet.web.api;

/** A group of rules to be made or replaced. */
public record RuleGroupBody(String name, Integer position, String mode, Boolean active) {}
