package io.nordwand.dispatch;

import io.nordwand.database.OnPostgres;
import io.nordwand.database.TestDatabase;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Each case starts the program twice, so that by default only those run here whose stored state is the richest; all of
 * them with {@code -Dnordwand.every-end=true}.
 */
@OnPostgres
class PostgresSuddenEndIT extends SuddenEnd {

    private final List<String> database = TestDatabase.postgresArguments();

    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @Test
    @EnabledIfSystemProperty(
            named = "nordwand.every-end",
            matches = "true",
            disabledReason = "on PostgreSQL only with -Dnordwand.every-end=true, for the time it takes")
    private @interface IfEveryEnd {}

    @Override
    List<String> database() {
        return database;
    }

    @Override
    @IfEveryEnd
    void anAppendThatWasNotDoneIsNotClaimed() throws Exception {
        super.anAppendThatWasNotDoneIsNotClaimed();
    }

    @Override
    @IfEveryEnd
    void aPrintThatThePrinterTookIsSeen() throws Exception {
        super.aPrintThatThePrinterTookIsSeen();
    }

    @Override
    @IfEveryEnd
    void aPrintThatNobodyConfirmsAsksForALookAndIsNotStartedAgain() throws Exception {
        super.aPrintThatNobodyConfirmsAsksForALookAndIsNotStartedAgain();
    }

    @Override
    @IfEveryEnd
    void aClearedQueueIsToldEntryByEntry() throws Exception {
        super.aClearedQueueIsToldEntryByEntry();
    }
}
