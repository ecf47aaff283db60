package org.pilet.web.api;

import java.util.List;

/** An API token to be made, for so many days. */
public record NewToken(String name, List<String> scopes, Integer validForDays) {}
