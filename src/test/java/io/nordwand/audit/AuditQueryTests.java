package io.nordwand.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.LinkedMultiValueMap;

class AuditQueryTests {

    @ParameterizedTest
    @ValueSource(
            strings = {"+999999999-12-31", "-999999999-01-01", "0000-01-01", "+10000-01-01", "2026-02-30", "today"})
    void aDayThatNoCalendarOfADatabaseKnowsIsLeftOut(String day) {
        LinkedMultiValueMap<String, String> params = new LinkedMultiValueMap<>();
        params.add("from", day);
        params.add("to", day);

        assertThat(AuditQuery.from(params).filtered()).isFalse();
    }
}
