# The program as one image. Build: docker build -t childfile:0.2.0 .   Run: see docker-compose.yml.

FROM maven:3.9.11-eclipse-temurin-25 AS build
WORKDIR /build
COPY pom.xml childfile ./
COPY src/main src/main
# The launcher builds what it finds missing, here as on any machine.
RUN --mount=type=cache,target=/var/cache/maven \
    MAVEN_OPTS=-Dmaven.repo.local=/var/cache/maven ./childfile --version

FROM eclipse-temurin:25.0.1_8-jre
RUN useradd --uid 10001 --create-home --shell /usr/sbin/nologin childfile \
    && install --directory --mode=700 --owner=childfile --group=childfile /var/lib/childfile
WORKDIR /app
COPY --from=build /build/target/app target/app
COPY childfile ./
COPY connectors connectors
COPY mappings mappings
COPY sample-feeds sample-feeds
# Within a container every address is its own; which of the host's are open is for whoever publishes the port. Health and
# metrics stay within.
ENV PATH="/app:${PATH}" \
    TZ=Asia/Shanghai \
    CHILDFILE_HOME=/var/lib/childfile \
    CHILDFILE_BIND=0.0.0.0 \
    CHILDFILE_PORT=8080 \
    CHILDFILE_MANAGEMENT_PORT=8081
VOLUME /var/lib/childfile
USER childfile
EXPOSE 8080
# The image has no curl; bash can speak enough HTTP.
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=4 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/$CHILDFILE_MANAGEMENT_PORT && printf 'GET /actuator/health HTTP/1.0\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200'"]
ENTRYPOINT ["/app/childfile"]
CMD ["serve"]
