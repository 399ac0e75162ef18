package io.nordwand.eiger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.diagnostics.FailureAnalyzedException;

class BaseUrlTests {

    @ParameterizedTest
    @CsvSource({
        "https://www.eiger.io/api/v3, https://www.eiger.io/api/v3",
        "https://www.eiger.io/api/v3//, https://www.eiger.io/api/v3",
        "HTTPS://WWW.eiger.io/api/v3, HTTPS://WWW.eiger.io/api/v3",
        "http://localhost:8080/api/v3/, http://localhost:8080/api/v3",
        "http://127.0.0.1:9, http://127.0.0.1:9",
        "http://10.1.2.3/x, http://10.1.2.3/x",
        "http://172.16.0.1, http://172.16.0.1",
        "http://192.168.1.1, http://192.168.1.1",
        "http://[::1]:80/x, http://[::1]:80/x",
    })
    void takesTheOfficialHostAndThisHouse(String text, String expected) {
        assertThat(BaseUrl.checked(text, false)).hasToString(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://eiger.io/api/v3",
                "http://www.eiger.io/api/v3",
                "https://wwweiger.io",
                "https://eiger.example",
                "http://8.8.8.8",
                "http://172.32.0.1",
                "http://169.254.169.254",
                "http://[fd00:ec2::254]",
                "http://127.0.0.1.example.com",
                "http://localhost.example.com",
                "ftp://www.eiger.io",
                "www.eiger.io",
                "https://user:pass@www.eiger.io",
                "https://www.eiger.io/?a=b",
                "not an address",
                "",
            })
    void refusesAllElse(String text) {
        assertThatExceptionOfType(FailureAnalyzedException.class).isThrownBy(() -> BaseUrl.checked(text, false));
    }

    @Test
    void takesAnyHostWhenTold() {
        assertThat(BaseUrl.checked("https://eiger.example/v3", true)).hasToString("https://eiger.example/v3");
        assertThatExceptionOfType(FailureAnalyzedException.class)
                .isThrownBy(() -> BaseUrl.checked("file:///etc/passwd", true));
    }
}
