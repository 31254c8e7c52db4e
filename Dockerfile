# The jar is built first, so that the image holds exactly what was tested:
#   mvn -DskipTests package && docker compose build
FROM eclipse-temurin:17-jre AS layers
WORKDIR /build
COPY target/qipan-*.jar qipan.jar
RUN java -Djarmode=tools -jar qipan.jar extract --layers --destination layers

FROM eclipse-temurin:17-jre
RUN groupadd --system --gid 10001 qipan && useradd --system --uid 10001 --gid 10001 --no-create-home --shell /usr/sbin/nologin qipan
WORKDIR /app
# What changes least comes first: an upgrade of Qipan alone moves only the last layer. Everything belongs to root, Qipan only reads it.
COPY --from=layers /build/layers/dependencies/ ./
COPY --from=layers /build/layers/spring-boot-loader/ ./
COPY --from=layers /build/layers/snapshot-dependencies/ ./
COPY --from=layers /build/layers/application/ ./
USER 10001:10001
EXPOSE 8080
# No curl in the image: bash asks whether this node may be given requests.
HEALTHCHECK --interval=10s --timeout=8s --start-period=90s --retries=3 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8081 && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\n\\r\\n' >&3 && read -r _ status _ <&3 && [ \"$status\" = 200 ]"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-XX:+ExitOnOutOfMemoryError", "-Djava.io.tmpdir=/tmp", "-jar", "qipan.jar"]
