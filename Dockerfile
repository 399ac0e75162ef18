# Nordwand's image, built from source: "docker build -t nordwand ." and "docker run -p 8080:8080 nordwand".
# Base images are arguments, so that a place without a public registry can bring its own (see .ci/image).
# Written for both the classic builder and BuildKit.
ARG NODE_IMAGE=node:20-bookworm-slim
ARG MAVEN_IMAGE=maven:3.9-eclipse-temurin-25
ARG RUNTIME_IMAGE=eclipse-temurin:25-jre

# Scripts, styles and fonts, hashed and compressed.
FROM ${NODE_IMAGE} AS frontend
WORKDIR /src/frontend
COPY frontend/package.json frontend/package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY frontend/ ./
RUN node build.mjs /assets

# The jar, split into layers by how often they change. Goals instead of "package": the tests and what only they need
# stay out, ".ci/run" has run them.
FROM ${MAVEN_IMAGE} AS jar
WORKDIR /src
COPY pom.xml ./
COPY .mvn/ .mvn/
COPY src/main/ src/main/
COPY --from=frontend /assets/ target/classes/static/assets/
RUN mvn -B -ntp -Pquick -Dexec.skip process-classes jar:jar spring-boot:repackage \
    && mv target/nordwand-*.jar app.jar \
    && java -Djarmode=tools -jar app.jar extract --layers --destination layers

FROM ${RUNTIME_IMAGE}
LABEL org.opencontainers.image.title="Nordwand" \
      org.opencontainers.image.description="Self-hosted web dashboard for farms of Markforged 3D printers" \
      org.opencontainers.image.licenses="Apache-2.0"
WORKDIR /app
COPY docker/healthcheck.sh ./
COPY --from=jar /src/layers/dependencies/ ./
COPY --from=jar /src/layers/spring-boot-loader/ ./
COPY --from=jar /src/layers/snapshot-dependencies/ ./
COPY --from=jar /src/layers/application/ ./
# A start without traffic fills the cache of loaded and linked classes, which makes every later start much faster (JDK 25
# or later; an older JVM ignores the flag). The JVM refuses a cache that was filled with another access to native code.
RUN NORDWAND_DATA_DIR=/tmp/data \
    java -XX:+IgnoreUnrecognizedVMOptions -XX:AOTCacheOutput=app.aot --enable-native-access=ALL-UNNAMED \
        -Dspring.context.exit=onRefresh -jar app.jar \
    >/tmp/training.log 2>&1 || { cat /tmp/training.log; exit 1; }; rm -rf /tmp/*
# What must outlive the container. A named volume takes over owner and mode of this folder; a folder of the host has to be
# writable for the user below.
ENV NORDWAND_DATA_DIR=/data
RUN mkdir -m 700 /data && chown 65534:65534 /data
VOLUME /data
USER 65534:65534
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=4s --start-period=60s --retries=3 CMD ["bash", "/app/healthcheck.sh"]
# More JVM flags: JDK_JAVA_OPTIONS. The program writes to /data and /tmp alone, so the root file system can be
# read-only.
ENTRYPOINT ["java", "-XX:+IgnoreUnrecognizedVMOptions", "-XX:AOTCache=app.aot", \
    "-XX:MaxRAMPercentage=75", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED", "-jar", "app.jar"]
