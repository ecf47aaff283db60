package org.pilet.web.api;

/** A customer to be known. */
public record NewCustomer(String name, String email, String phone, String language, String zone) {}
