package io.nordwand.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.farm.FakeFarms;
import io.nordwand.farm.Farm;
import io.nordwand.farm.FarmFixtures;
import io.nordwand.farm.Freshness;
import io.nordwand.farm.Trouble;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;

@WebTest
class HealthTests {

    @Autowired
    private WebTestClient client;

    @Autowired
    private FakeFarms farms;

    @BeforeEach
    void refused() {
        Trouble trouble = new Trouble.NotAuthorized("Eiger does not accept these keys (401).", null);
        farms.show(Farm.of(2, List.of(), new Freshness(FarmFixtures.NOW, FarmFixtures.NOW, trouble, null)));
    }

    @AfterEach
    void reset() {
        farms.show(FarmFixtures.farm(FarmFixtures.printer("X7-01")));
    }

    @Test
    void administratorsSeeWhatIsWrongWithEiger() {
        Browser.Answer answer = new Browser(client).signIn("admin").get("/actuator/health");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("\"DEGRADED\"", "\"db\"", "NotAuthorized", "does not accept these keys");
    }

    @Test
    void theProbesStayUpAndTellNothing() {
        for (String probe : List.of("liveness", "readiness")) {
            Browser.Answer answer = new Browser(client).get("/actuator/health/" + probe);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("{\"status\":\"UP\"}");
        }
    }
}
