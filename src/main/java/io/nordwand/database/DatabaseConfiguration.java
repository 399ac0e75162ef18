package io.nordwand.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.nordwand.farm.EigerAccess;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Opens the one database. There is no other to fall back on: a farm whose audit log vanished with the process would be
 * worse than one that does not start.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({DataProperties.class, DatabaseProperties.class})
class DatabaseConfiguration {

    private static final int CONNECTIONS = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Bean
    HikariDataSource dataSource(DataProperties data, DatabaseProperties database, ObjectProvider<EigerAccess> access) {
        EigerAccess eiger = access.getIfAvailable();
        boolean simulated = eiger != null && eiger.simulated();
        return open(data, database, simulated ? EmbeddedDatabase.SIMULATED : EmbeddedDatabase.NAME);
    }

    /** Opens it; a {@link StartException} when that fails. The name is that of the embedded file. */
    static HikariDataSource open(DataProperties data, DatabaseProperties database, String name) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("database");
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setConnectionTimeout(PATIENCE.toMillis());
        if (database.embedded()) {
            DataFolder folder = new DataFolder(data.folder());
            folder.prepare();
            EmbeddedDatabase.tryOut(folder.path(), name);
            folder.tidy();
            pool.setJdbcUrl(EmbeddedDatabase.url(folder.path(), name));
            pool.setUsername(EmbeddedDatabase.USER);
            pool.setExceptionOverride(EmbeddedDatabase.dropping());
        } else {
            PostgresDatabase.tryOut(database);
            pool.setJdbcUrl(database.url());
            PostgresDatabase.BOUNDS.forEach(pool::addDataSourceProperty);
            if (!database.username().isBlank()) {
                pool.setUsername(database.username());
                pool.setPassword(database.password());
            }
        }
        return new HikariDataSource(pool);
    }

    @Bean
    Vendor vendor(DatabaseProperties database) {
        return database.embedded() ? Vendor.H2 : Vendor.POSTGRESQL;
    }
}
