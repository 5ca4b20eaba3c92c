#!/usr/bin/env bash
#
# Nightly backup of postgres-main. Runs on pgm-3 from the systemd timer
# backup-postgres-main.timer at 01:30 UTC and takes about 70 minutes.
#
# Dumps each database, encrypts it to the backup recipients and uploads it. The machine holds only
# the public key; the private one lies with Marta Lindqvist and in the safe in nova-b.
#
# Exit codes: 0 done, 10 not a replica, 11 replica too far behind, 12 disk too full,
#             13 a dump failed, 14 an upload failed, 15 another run is active.

set -euo pipefail

readonly DATABASES=(checkout ledger)
readonly MAX_LAG_SECONDS=300
readonly MIN_FREE_GIB=200
readonly KEEP_LOCAL_DAYS=2
readonly DUMP_JOBS=4

readonly WORK=${BACKUP_WORK:-/var/lib/pg-backup}
readonly BUCKET=${BACKUP_BUCKET:-fernbank-backups}
readonly ENDPOINT=${BACKUP_ENDPOINT:-https://objects.nova-b.fernbank.example}
readonly RECIPIENTS=${BACKUP_RECIPIENTS:-/etc/pg-backup/recipients.txt}
readonly PUSHGATEWAY=${BACKUP_PUSHGATEWAY:-http://pushgateway.monitoring.fernbank.example:9091}

today=$(date -u +%F)
readonly today

log() {
    printf '%s %s\n' "$(date -u +%FT%TZ)" "$*" >&2
}

fail() {
    local code=$1
    shift
    log "FAILED: $*"
    exit "$code"
}

query() {
    psql --no-psqlrc --tuples-only --no-align --dbname postgres --command "$1"
}

# A dump keeps a snapshot open for an hour, which would hold back vacuum on the primary.
require_replica() {
    [[ $(query 'select pg_is_in_recovery()') == t ]] \
        || fail 10 "this node is the primary; move the timer to a replica"
}

require_fresh_replica() {
    local lag
    lag=$(query "select coalesce(extract(epoch from now() - pg_last_xact_replay_timestamp())::int, 0)")
    ((lag <= MAX_LAG_SECONDS)) \
        || fail 11 "the replica is ${lag} s behind, more than ${MAX_LAG_SECONDS} s"
}

require_space() {
    local free
    free=$(df --output=avail --block-size=1G "$WORK" | tail -n 1 | tr -d ' ')
    ((free >= MIN_FREE_GIB)) \
        || fail 12 "only ${free} GiB free in ${WORK}, ${MIN_FREE_GIB} GiB are needed"
}

dump() {
    local database=$1
    local folder="${WORK}/${today}/${database}"
    log "dumping ${database} with ${DUMP_JOBS} jobs"
    rm -rf "$folder"
    pg_dump --format=directory --jobs="$DUMP_JOBS" --compress=zstd:6 \
        --file="$folder" "$database" \
        || fail 13 "pg_dump of ${database}"
    tar --create --directory="${WORK}/${today}" "$database" \
        | age --encrypt --recipients-file "$RECIPIENTS" --output "${folder}.tar.age"
    rm -rf "$folder"
    (cd "${WORK}/${today}" && sha256sum "${database}.tar.age" > "${database}.tar.age.sha256")
}

# The first day of a month goes to monthly/ as well, where it is kept for 13 months.
upload() {
    local database=$1 prefix
    local prefixes=("daily/${today}")
    [[ $today == *-01 ]] && prefixes+=("monthly/${today}")
    for prefix in "${prefixes[@]}"; do
        for file in "${WORK}/${today}/${database}".tar.age{,.sha256}; do
            aws --endpoint-url "$ENDPOINT" s3 cp --only-show-errors \
                "$file" "s3://${BUCKET}/postgres-main/${prefix}/$(basename "$file")" \
                || fail 14 "upload of $(basename "$file") to ${prefix}"
        done
    done
    log "uploaded ${database} to ${prefixes[*]}"
}

# The alert PostgresBackupMissing pages when this is older than 26 hours.
report_success() {
    printf 'fernbank_backup_last_success_timestamp_seconds %s\n' "$(date +%s)" \
        | curl --silent --show-error --fail --max-time 10 --data-binary @- \
            "${PUSHGATEWAY}/metrics/job/backup-postgres-main" \
        || log "could not report success; the backup itself is fine"
}

prune_local() {
    find "$WORK" -mindepth 1 -maxdepth 1 -type d -name '20*' -mtime "+${KEEP_LOCAL_DAYS}" \
        -exec rm -rf {} +
}

main() {
    mkdir -p "${WORK}/${today}"
    exec 9> "${WORK}/lock"
    flock --nonblock 9 || fail 15 "another run is active"

    require_replica
    require_fresh_replica
    require_space
    for database in "${DATABASES[@]}"; do
        dump "$database"
        upload "$database"
    done
    prune_local
    report_success
    log "done"
}

main "$@"
