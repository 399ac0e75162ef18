package io.nordwand.database;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** The one PostgreSQL server of a test run; each test takes a database of its own on it. Ends with the run. */
final class PostgresContainer {

    private static final Map<String, String> ENVIRONMENT = System.getenv();

    private PostgresContainer() {}

    /** Started when first asked for. */
    private static final class Running {

        static final PostgreSQLContainer SERVER = start();

        private static PostgreSQLContainer start() {
            String image = ENVIRONMENT.getOrDefault("NORDWAND_POSTGRES_IMAGE", "postgres:17");
            PostgreSQLContainer server =
                    new PostgreSQLContainer(DockerImageName.parse(image).asCompatibleSubstituteFor("postgres"));
            // What the tests write is lost with them anyway.
            server.setCommand(
                    "postgres", "-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off");
            server.start();
            Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
            return server;
        }
    }

    /** Skips tests where there is no container engine and none has to be. */
    static final class Condition implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            boolean required = Boolean.parseBoolean(ENVIRONMENT.get("NORDWAND_REQUIRE_DOCKER"));
            return required || DockerClientFactory.instance().isDockerAvailable()
                    ? ConditionEvaluationResult.enabled("a container engine is here, or must be")
                    : ConditionEvaluationResult.disabled("no container engine found");
        }
    }

    /** Settings that lead to a new, empty database. */
    static DatabaseProperties emptyDatabase() {
        return settings(copyOf("template1"));
    }

    /** Settings that lead to a new database with our tables in it, all empty. */
    static DatabaseProperties migratedDatabase() {
        return settings(copyOf(Migrated.NAME));
    }

    /** Migrations take longer than most tests: a run does them once, and a copy takes a moment. */
    private static final class Migrated {

        static final String NAME = migrated();

        private static String migrated() {
            String name = copyOf("template1");
            TestDatabase.migrate(source(name), Vendor.POSTGRESQL);
            return name;
        }
    }

    private static String copyOf(String template) {
        String name = "test_" + UUID.randomUUID().toString().replace("-", "").toLowerCase(Locale.ROOT);
        JdbcClient.create(source(Running.SERVER.getDatabaseName()))
                .sql("create database " + name + " template " + template)
                .update();
        return name;
    }

    private static DriverManagerDataSource source(String database) {
        PostgreSQLContainer server = Running.SERVER;
        return new DriverManagerDataSource(url(database), server.getUsername(), server.getPassword());
    }

    private static DatabaseProperties settings(String database) {
        PostgreSQLContainer server = Running.SERVER;
        return new DatabaseProperties(url(database), server.getUsername(), server.getPassword());
    }

    private static String url(String database) {
        PostgreSQLContainer server = Running.SERVER;
        return "jdbc:postgresql://" + server.getHost() + ":" + server.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT)
                + "/" + database;
    }
}
