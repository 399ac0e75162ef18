package io.nordwand;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/**
 * Keeps what lies among the tests out of the program's component scan, so that a test over the whole program gets just
 * that: {@code @ContextConfiguration(initializers = ProgramOnly.class)}.
 */
public final class ProgramOnly implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getBeanFactory().registerSingleton("programOnly", new AmongTests());
    }

    private static final class AmongTests extends TypeExcludeFilter {

        @Override
        public boolean match(MetadataReader reader, MetadataReaderFactory factory) throws IOException {
            return reader.getResource().getURL().toString().contains("/test-classes/");
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof AmongTests;
        }

        @Override
        public int hashCode() {
            return AmongTests.class.hashCode();
        }
    }
}
