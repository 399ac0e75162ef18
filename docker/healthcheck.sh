#!/usr/bin/env bash
# Healthy = the program says that it is ready. Needs nothing but bash, since slim images have no curl.
set -eu
exec 3<>"/dev/tcp/127.0.0.1/${SERVER_PORT:-8080}"
printf 'GET /actuator/health/readiness HTTP/1.0\r\nHost: localhost\r\nConnection: close\r\n\r\n' >&3
read -r -t 3 status <&3
[[ $status == *" 200"* ]]
