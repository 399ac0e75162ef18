package io.nordwand;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts Nordwand: a dashboard for one farm of Markforged printers. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class NordwandApplication {

    /** Starts the program; without Eiger keys it watches a simulated farm. */
    public static void main(String[] args) {
        SpringApplication.run(NordwandApplication.class, args);
    }
}
