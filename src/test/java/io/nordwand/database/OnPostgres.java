package io.nordwand.database;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test against a real PostgreSQL in a container, see {@link TestDatabase#postgres()}. Without a container engine it is
 * skipped, unless NORDWAND_REQUIRE_DOCKER says that there must be one.
 */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(PostgresContainer.Condition.class)
public @interface OnPostgres {}
