package io.nordwand.web;

/**
 * One page of the administration, for administrators. A module that has one declares this as a bean; the pages among
 * them show all as their sub-navigation ({@code components/admin :: tabs(key)}).
 *
 * @param key names the page, also to the sub-navigation that it shows
 * @param message message key of the label
 * @param url where it leads
 * @param order place, low first
 */
public record AdminEntry(String key, String message, String url, int order) {}
