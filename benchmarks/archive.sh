#!/usr/bin/env bash
# Times the archive of both kinds: 10,000 runs listed, two runs compared; workers against one process; one process against two; memory against the number of futures.
# Writes benchmarks/tables/archive.md. Publishes the program, as a team would that installs it; needs a PostgreSQL server's programs. The 10,000 runs are one real run under 10,000 ids.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

count=${1:-10000}
work=$(mktemp -d)
if [ -z "${PLACE_SUFFICIENCY_DLL:-}" ]; then
  dotnet publish src/PlaceSufficiency.Cli -c Release --no-self-contained -o "$work/program" --nologo > /dev/null
  PLACE_SUFFICIENCY_DLL=$work/program/place-sufficiency.dll
fi
program=(dotnet exec "$PLACE_SUFFICIENCY_DLL")
pg_bin=${PG_BIN:-$(ls -d /usr/lib/postgresql/*/bin | tail -n 1)}
as_server() { if [ "$(id -u)" = 0 ]; then setpriv --reuid=postgres --regid="$(id -g postgres)" --clear-groups "$@"; else "$@"; fi; }
finish() { (cd / && as_server "$pg_bin/pg_ctl" -D "$work/pg/data" stop -m immediate > /dev/null 2>&1) || true; rm -rf "$work"; }
trap finish EXIT
TIMEFORMAT='%R %U %S'
# Wall and CPU seconds of a command, the best of three.
best() {
  local i line least=
  for i in 1 2 3; do
    line=$( { time "$@" > /dev/null 2>&1; } 2>&1 | awk '{ printf "%.2f %.2f", $1, $2 + $3 }')
    if [ -z "$least" ] || awk -v a="${line#* }" -v b="${least#* }" 'BEGIN { exit !(a < b) }'; then least=$line; fi
  done
  echo "$least"
}

cp -r scenarios/tiny "$work/tiny"
printf 'schema: 1\nname: Small\nscenarios: [annexe, inmss-closed]\npaths: { count: 60, seed: 7 }\nkeep: placements\n' > "$work/tiny/batch.yaml"
mkdir "$work/pg"; chmod 755 "$work"; [ "$(id -u)" != 0 ] || chown postgres "$work/pg"
(cd / && as_server "$pg_bin/initdb" -D "$work/pg/data" -A trust -U postgres -E UTF8 --locale=C --no-sync > /dev/null)
(cd / && as_server "$pg_bin/pg_ctl" -D "$work/pg/data" -l "$work/pg/log" -o "-k $work/pg -c listen_addresses=" -w start > /dev/null)
export PGHOST="$work/pg" PGUSER=postgres PGDATABASE=bench
"$pg_bin/createdb" bench
"${program[@]}" archive migrate --archive postgres: > /dev/null
empty=$(best "${program[@]}" --help)

rows=
one=$( { time "${program[@]}" run "$work/tiny/batch.yaml" --archive "$work/one" --threads 1 > /dev/null 2>&1; } 2>&1 | awk '{ printf "%.2f %.2f", $1, $2 + $3 }')
rows+="| 120 small runs, one command, 1 process, folder | ${one/ / | } |"$'\n'
in_process=$( { time "${program[@]}" run "$work/tiny/batch.yaml" --archive "$work/folder" --threads 2 > /dev/null 2>&1; } 2>&1 | awk '{ printf "%.2f %.2f", $1, $2 + $3 }')
rows+="| 120 small runs, one command, 2 processes, folder | ${in_process/ / | } |"$'\n'
for workers in 1 2 4; do
  "$pg_bin/psql" -qd bench -c 'TRUNCATE place_sufficiency.run, place_sufficiency.attempt CASCADE'
  "${program[@]}" submit "$work/tiny/batch.yaml" --archive postgres: > /dev/null
  line=$( { time { for _ in $(seq "$workers"); do "${program[@]}" worker --archive postgres: --threads 1 --until-empty > /dev/null 2>&1 & done; wait; }; } 2>&1 | awk '{ printf "%.2f %.2f", $1, $2 + $3 }')
  rows+="| 120 small runs, $workers workers of one run at a time, PostgreSQL | ${line/ / | } |"$'\n'
done

run=$(ls "$work/folder/runs" | head -n 1)
hash_of() { grep -A 3 '"name": "years"' "$work/folder/runs/$1/manifest.json" | grep sha256; }
other=$(for id in $(ls "$work/folder/runs"); do [ "$(hash_of "$id")" = "$(hash_of "$run")" ] || echo "$id"; done | head -n 1)
compare_folder=$(best "${program[@]}" archive compare "$run" "$other" --archive "$work/folder")
compare_postgres=$(best "${program[@]}" archive compare "$run" "$other" --archive postgres:)
for i in $(seq "$count"); do
  id=$(printf '%032x' "$i")
  mkdir "$work/folder/runs/$id"
  ln "$work/folder/runs/$run/"*.parquet "$work/folder/runs/$id/"
  sed "s/$run/$id/" "$work/folder/runs/$run/manifest.json" > "$work/folder/runs/$id/manifest.json"
done
"$pg_bin/psql" -qd bench -c "INSERT INTO place_sufficiency.run (run_id, manifest) SELECT lpad(to_hex(i), 32, '0'), replace(manifest, run_id, lpad(to_hex(i), 32, '0')) FROM place_sufficiency.run, generate_series(1, $count) AS i WHERE run_id = '$run'"
list_folder=$(best "${program[@]}" archive list --archive "$work/folder")
list_postgres=$(best "${program[@]}" archive list --archive postgres:)

# Memory of the largest process of a batch (the one that solves), by the number of futures.
memory=
for futures in 20 200 1000; do
  printf 'schema: 1\nname: Memory %s\nscenarios: [annexe]\npaths: { count: %s, seed: 3 }\n' "$futures" "$futures" > "$work/tiny/memory.yaml"
  peak=$(python3 - "${program[@]}" run "$work/tiny/memory.yaml" --archive "$work/memory-$futures" --threads 1 <<'PY'
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)
PY
)
  memory+="| $futures | $peak |"$'\n'
done

{
  echo "# Archive"
  echo
  echo "Wall and CPU seconds of whole commands, the start of the published program included ($(nproc) cores; load $(cut -d' ' -f1 /proc/loadavg) when the table was written, so read the CPU seconds). Made by \`benchmarks/archive.sh\`."
  echo
  echo "| what | wall s | CPU s |"
  echo "|---|---|---|"
  echo "| the program's start alone (--help) | ${empty/ / | } |"
  printf '%s' "$rows"
  echo "| two runs compared by id (they differ), folder | ${compare_folder/ / | } |"
  echo "| two runs compared by id (they differ), PostgreSQL | ${compare_postgres/ / | } |"
  echo "| $count runs listed, folder | ${list_folder/ / | } |"
  echo "| $count runs listed, PostgreSQL | ${list_postgres/ / | } |"
  echo
  echo "| futures of one small scenario | MB of the largest process |"
  echo "|---|---|"
  printf '%s' "$memory"
} > benchmarks/tables/archive.md
cat benchmarks/tables/archive.md
