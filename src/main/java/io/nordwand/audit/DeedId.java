package io.nordwand.audit;

/** Names a stored deed. */
public record DeedId(long value) {}
