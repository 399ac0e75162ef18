#!/usr/bin/env bash
# Makes the cluster and the database at the first start, then becomes the server. The first, private start says "ready to
# accept connections" once, as the public image's does: Testcontainers waits for the second time.
set -euo pipefail
PATH=$(echo /usr/lib/postgresql/*/bin):$PATH
export PGDATA=/var/lib/postgresql/data
user=${POSTGRES_USER:-postgres}

if [ ! -s "$PGDATA/PG_VERSION" ]; then
    initdb --username="$user" --pwfile=<(printf '%s\n' "${POSTGRES_PASSWORD:?}") --auth=scram-sha-256 --auth-local=trust \
        --encoding=UTF8 --locale=C.UTF-8 >/dev/null
    echo 'host all all all scram-sha-256' >>"$PGDATA/pg_hba.conf"
    pg_ctl -w -o "-c listen_addresses='' -c unix_socket_directories=/tmp" start
    if [ "${POSTGRES_DB:-$user}" != postgres ]; then
        createdb -h /tmp -U "$user" "${POSTGRES_DB:-$user}"
    fi
    pg_ctl -w -m fast stop
fi
exec "$@" -c listen_addresses='*' -c unix_socket_directories=/tmp
