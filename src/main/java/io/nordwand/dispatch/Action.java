package io.nordwand.dispatch;

/** One thing that somebody asked a printer to do, and how far it got. */
public record Action(String id) {}
