package io.nordwand.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.NordwandApplication;
import io.nordwand.ProgramOnly;
import io.nordwand.audit.Actor;
import io.nordwand.audit.Audit;
import io.nordwand.audit.Deed;
import io.nordwand.audit.DeedId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The whole program with nothing set but the address of its PostgreSQL. */
@OnPostgres
@SpringBootTest(
        classes = NordwandApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "nordwand.data-dir=target/test-data/none")
@ContextConfiguration(initializers = ProgramOnly.class)
@AutoConfigureWebTestClient(timeout = "60s")
class ProgramOnPostgresIT {

    private static final Duration LONG = Duration.ofSeconds(30);

    @Autowired
    private WebTestClient client;

    @Autowired
    private Audit audit;

    @Autowired
    private Database database;

    @DynamicPropertySource
    static void postgres(DynamicPropertyRegistry registry) {
        DatabaseProperties settings = PostgresContainer.emptyDatabase();
        registry.add("nordwand.database.url", () -> Objects.requireNonNull(settings.url()));
        registry.add("nordwand.database.username", settings::username);
        registry.add("nordwand.database.password", settings::password);
    }

    @Test
    void startsMigratesAndStoresThere() {
        client.get().uri("/actuator/health/readiness").exchange().expectStatus().isOk();

        Deed deed = new Deed("a-1", Actor.NORDWAND, "append", null, "", null, "Zahnrad", null, "");
        DeedId id = Objects.requireNonNull(audit.intend(deed).block(LONG));
        String server = "select version() || (select subject from audit_deed where id = " + id.value() + ")";
        assertThat(database.<String>now(
                        jdbc -> jdbc.sql(server).query(String.class).single()))
                .startsWith("PostgreSQL")
                .endsWith("Zahnrad");
        assertThat(Path.of("target/test-data/none")).doesNotExist();
    }
}
