package io.nordwand.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a route for connected screens alone: whoever asks must hold a screen's token ({@link ScreenGate}). Nobody is signed
 * in by that, so the token opens no other route.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface ForScreen {}
