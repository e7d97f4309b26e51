#!/usr/bin/env bash
# Does to batches what machines do to them, and checks that it cost nothing. The tests of PlaceSufficiency.EndToEnd.Tests are the short form of it.
#
#   tests/faults/faults.sh [kills] [parts]      kills: how often the run of the first part is killed, 100 unless said; parts: their letters, all unless said
#
# Needs a build (dotnet build -c Release), a PostgreSQL server's programs and, for the full disk, root. Each part ends in a line "ok" or "FAILED".
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

kills=${1:-100}
parts=${2:-ABCDEFGHI}
work=$(mktemp -d)
program=(dotnet exec "${PLACE_SUFFICIENCY_DLL:-$PWD/src/PlaceSufficiency.Cli/bin/Release/net10.0/place-sufficiency.dll}")
failed=0
pg_bin=${PG_BIN:-$(ls -d /usr/lib/postgresql/*/bin | tail -n 1)}

wants() { [[ "$parts" == *"$1"* ]]; }
say() { printf '%s  %s\n' "$(date +%T)" "$*"; }
check() { if eval "$2"; then say "ok      $1"; else say "FAILED  $1"; failed=1; fi; }
ps_run() { "${program[@]}" "$@"; }
tables() { (cd "$1/runs" && find . -type f | sort | xargs sha256sum | sha256sum); }
runs() { find "$1/runs" -mindepth 1 -maxdepth 1 2>/dev/null | wc -l; }
as_server() { if [ "$(id -u)" = 0 ]; then setpriv --reuid=postgres --regid="$(id -g postgres)" --clear-groups "$@"; else "$@"; fi; }
server() { (cd / && as_server "$pg_bin/pg_ctl" -D "$work/pg/data" -l "$work/pg/log" -o "-k $work/pg -c listen_addresses= -c fsync=off -c synchronous_commit=off" -w "$@" > /dev/null); }
in_database() { "$pg_bin/psql" -h "$work/pg" -U postgres -d faults -qAtc "$1"; }
finish() { kill $(jobs -p) 2> /dev/null; server stop -m immediate 2> /dev/null; umount "$work/small" 2> /dev/null; rm -rf "$work"; }
trap finish EXIT

cp -r scenarios/tiny "$work/tiny"
cat > "$work/tiny/batch.yaml" <<'YAML'
schema: 1
name: Faults
scenarios: [annexe, inmss-closed]
paths: { count: 40, seed: 7 }
sweeps:
  - { over: inmss.cap.2025+, from: 0, to: 2, step: 1 }
keep: placements
YAML
total=240
batch="$work/tiny/batch.yaml"

ps_run run "$batch" --archive "$work/whole" > /dev/null 2>&1

if wants A; then
say "A. the run of $total is killed at $kills random moments, then run once more"
RANDOM=1
lost=0
before=0
for _ in $(seq "$kills"); do
  setsid "${program[@]}" run "$batch" --archive "$work/killed" > /dev/null 2>&1 &
  pid=$!
  # After none to four more runs, and up to 0.4 s later: every kill is at another moment, however fast the machine is.
  want=$((before + RANDOM % 5))
  while kill -0 $pid 2> /dev/null && [ "$(runs "$work/killed")" -lt "$want" ]; do sleep 0.02; done
  sleep "$(awk -v r=$RANDOM 'BEGIN { print 0.4 * r / 32768 }')"
  kill -9 -- -$pid 2> /dev/null
  wait $pid 2> /dev/null
  now=$(runs "$work/killed")
  [ "$now" -lt "$before" ] && lost=1
  before=$now
done
sleep 1
left=$(runs "$work/killed")
said=$(ps_run run "$batch" --archive "$work/killed" 2> /dev/null | head -n 1)
say "  after $kills kills $left of $total runs were there; then: $said"
check "the archive has the bytes of the run that nobody killed" '[ "$(tables "$work/whole")" = "$(tables "$work/killed")" ]'
check "no run that was made was lost or made again" '[ $lost = 0 ] && [[ "$said" == "Faults: $((total - left)) runs made"* ]]'
check "it verifies" 'ps_run archive verify --archive "$work/killed" > /dev/null'

fi

if wants B; then
say "B. the disk is full"
if [ "$(id -u)" = 0 ] && mkdir "$work/small" && mount -t tmpfs -o size=1500k tmpfs "$work/small" 2> /dev/null; then
  ps_run run "$batch" --archive "$work/small/a" > /dev/null 2> "$work/full.log"
  code=$?
  say "  exit $code with $(runs "$work/small/a") runs: $(grep -m 1 'cannot be written' "$work/full.log" | cut -c1-120)"
  check "it stops and says so" '[ $code = 1 ] && grep -q "the same command goes on" "$work/full.log"'
  mount -o remount,size=64m "$work/small"
  ps_run run "$batch" --archive "$work/small/a" > /dev/null 2>&1
  check "with room, the same command comes to the same bytes" '[ "$(tables "$work/whole")" = "$(tables "$work/small/a")" ]'
else
  say "  not done: needs root and tmpfs"
fi

fi

if wants C; then
say "C. a process sleeps for a minute in the middle, as a laptop does"
setsid "${program[@]}" run "$batch" --archive "$work/slept" > /dev/null 2>&1 &
pid=$!
sleep 3
kill -STOP -- -$pid
sleep 60
kill -CONT -- -$pid
wait $pid
check "it goes on and comes to the same bytes" '[ "$(tables "$work/whole")" = "$(tables "$work/slept")" ]'

fi

if wants D; then
say "D. clocks that disagree by an hour"
if command -v faketime > /dev/null; then
  faketime -f "+1h" "${program[@]}" run "$batch" --archive "$work/clocks" > /dev/null 2>&1 &
  ahead=$!
  faketime -f "-1h" "${program[@]}" run "$batch" --archive "$work/clocks" > /dev/null 2>&1
  wait $ahead
  check "two processes, two hours apart, make the same bytes in one archive" '[ "$(tables "$work/whole")" = "$(tables "$work/clocks")" ]'
else
  say "  not done: needs faketime (apt-get install faketime)"
fi

fi

if wants E; then
say "E. two batches at once, one of which is part of the other"
sed 's/name: Faults/name: Part/; s/count: 40/count: 20/' "$batch" > "$work/tiny/part.yaml"
ps_run run "$work/tiny/part.yaml" --archive "$work/both" > /dev/null 2>&1 &
part=$!
ps_run run "$batch" --archive "$work/both" > /dev/null 2>&1
code=$?
wait $part
check "both end well and leave the bytes of one" '[ $? = 0 ] && [ $code = 0 ] && [ "$(tables "$work/whole")" = "$(tables "$work/both")" ]'
fi

if wants F; then
say "F. a run that crashes the solver, among a thousand"
sed 's/name: Faults/name: Thousand/; s/count: 40/count: 500/; /sweeps:/,/over:/d; s/keep: placements/keep: summary/' "$batch" > "$work/tiny/thousand.yaml"
PLACE_SUFFICIENCY_FAULT_ON="annexe, future 7/321" ps_run run "$work/tiny/thousand.yaml" --archive "$work/poisoned" > "$work/poisoned.out" 2> "$work/poisoned.err"
code=$?
say "  exit $code: $(head -n 1 "$work/poisoned.out"); $(tail -n 1 "$work/poisoned.err")"
check "999 are made, one is named, the exit code says so" '[ $code = 3 ] && [ "$(runs "$work/poisoned")" = 999 ] && grep -q "^annexe, future 7/321: The solver ended its process" "$work/poisoned.err"'
fi

if wants G || wants H || wants I; then
say "PostgreSQL"
mkdir "$work/pg" && chmod 755 "$work" && { [ "$(id -u)" != 0 ] || chown postgres "$work/pg"; }
(cd / && as_server "$pg_bin/initdb" -D "$work/pg/data" -A trust -U postgres -E UTF8 --locale=C --no-sync > /dev/null)
server start
export PGHOST="$work/pg" PGUSER=postgres PGDATABASE=faults
"$pg_bin/createdb" faults
ps_run archive migrate --archive postgres: > /dev/null

fi

if wants G; then
say "G. workers"
say "  a worker is killed with its solver in the middle of a long run; how long until another begins it again"
mkdir "$work/long" && cp -r scenarios/southampton/*.yaml scenarios/southampton/tables "$work/long"
printf 'schema: 1\nname: Long\nscenarios: [do-nothing]\n' > "$work/long/batch.yaml"
ps_run submit "$work/long/batch.yaml" --archive postgres: > /dev/null
for _ in 1 2; do setsid "${program[@]}" worker --archive postgres: --threads 1 > /dev/null 2>&1 & done
until [ "$(in_database 'SELECT count(*) FROM place_sufficiency.attempt')" -ge 1 ]; do sleep 0.2; done
sleep 2
pid=$(in_database "SELECT substring(worker from '[0-9]+$') FROM place_sufficiency.attempt ORDER BY attempt_key LIMIT 1")
killed_at=$(date +%s.%N)
kill -9 -- "-$pid"
until [ "$(in_database 'SELECT count(*) FROM place_sufficiency.attempt')" -ge 2 ]; do sleep 0.2; done
again=$(awk -v a="$killed_at" -v b="$(date +%s.%N)" 'BEGIN { printf "%.1f", b - a }')
second=$(in_database "SELECT substring(worker from '[0-9]+$') FROM place_sufficiency.attempt ORDER BY attempt_key DESC LIMIT 1")
say "  begun again after $again s"
check "from kill to restart within 30 s" 'awk -v s="$again" "BEGIN { exit s > 30 }"'
until [ "$(in_database 'SELECT count(*) FROM place_sufficiency.run')" = 1 ]; do sleep 1; done
in_database "TRUNCATE place_sufficiency.run, place_sufficiency.batch CASCADE" > /dev/null 2>&1
ps_run submit "$batch" --archive postgres: > /dev/null

say "  the worker sleeps for 40 s while another works: its run is taken from it, and it finds that when it wakes"
setsid "${program[@]}" worker --archive postgres: --threads 1 > /dev/null 2>&1 &
pid=$!
sleep 4
kill -STOP -- -$pid
sleep 40
kill -CONT -- -$pid
until [ "$(in_database 'SELECT count(*) FROM place_sufficiency.run')" = $total ]; do sleep 1; done
kill -- "-$pid" "-$second"
wait "$pid" "$second" 2> /dev/null
check "every run is there once" '[ "$(in_database "SELECT count(*), count(DISTINCT run_id) FROM place_sufficiency.run")" = "$total|$total" ]'
ps_run archive export placements --to "$work/folder.csv" --archive "$work/whole" > /dev/null
ps_run archive export placements --to "$work/postgres.csv" --archive postgres: > /dev/null
check "with the rows of the folder" 'cmp -s "$work/folder.csv" "$work/postgres.csv"'

say "  two workers whose clocks are two hours apart"
if command -v faketime > /dev/null; then
  in_database "TRUNCATE place_sufficiency.run, place_sufficiency.attempt CASCADE" > /dev/null 2>&1
  ps_run submit "$batch" --archive postgres: > /dev/null
  faketime -f "+1h" "${program[@]}" worker --archive postgres: --threads 1 --until-empty > /dev/null 2>&1 &
  ahead=$!
  faketime -f "-1h" "${program[@]}" worker --archive postgres: --threads 1 --until-empty > /dev/null 2>&1
  wait $ahead
  check "every run is there once, and none was tried twice" '[ "$(in_database "SELECT count(*), (SELECT count(*) FROM place_sufficiency.attempt) FROM place_sufficiency.run")" = "$total|$total" ]'
else
  say "  not done: needs faketime (apt-get install faketime)"
fi
fi

if wants H; then
say "H. a full queue is cancelled in the middle"
in_database "TRUNCATE place_sufficiency.run, place_sufficiency.attempt CASCADE" > /dev/null 2>&1
ps_run submit "$batch" --archive postgres: > /dev/null
setsid "${program[@]}" worker --archive postgres: --threads 1 --until-empty > /dev/null 2>&1 &
pid=$!
until [ "$(in_database 'SELECT count(*) FROM place_sufficiency.run')" -ge 5 ]; do sleep 0.2; done
ps_run cancel Faults --archive postgres: > /dev/null
wait $pid
left=$(in_database 'SELECT count(*) FROM place_sufficiency.run')
say "  $left of $total were made"
check "the worker ends, and what was made stays" '[ "$left" -ge 5 ] && [ "$left" -lt $total ]'
ps_run submit "$batch" --archive postgres: > /dev/null
ps_run worker --archive postgres: --until-empty > /dev/null 2>&1
check "submitted again it is finished, nothing made twice" '[ "$(in_database "SELECT count(*), (SELECT count(*) FROM place_sufficiency.attempt) FROM place_sufficiency.run")" = "$total|$((total - left))" ]'
fi

if wants I; then
say "I. the server goes away"
[ -f "$work/folder.csv" ] || ps_run archive export placements --to "$work/folder.csv" --archive "$work/whole" > /dev/null
say "  for 10 s, while a batch is run and while workers work"
in_database "TRUNCATE place_sufficiency.run, place_sufficiency.attempt CASCADE" > /dev/null 2>&1
ps_run run "$batch" --archive postgres: > /dev/null 2> "$work/away.log" &
pid=$!
until [ "$(in_database 'SELECT count(*) FROM place_sufficiency.run')" -ge 20 ]; do sleep 0.1; done
server stop -m immediate
sleep 10
server start
wait $pid
code=$?
check "the run ends well with every run" '[ $code = 0 ] && [ "$(in_database "SELECT count(*) FROM place_sufficiency.run")" = $total ]'
in_database "TRUNCATE place_sufficiency.run, place_sufficiency.attempt CASCADE" > /dev/null 2>&1
ps_run submit "$batch" --archive postgres: > /dev/null
ps_run worker --archive postgres: --threads 2 --until-empty > /dev/null 2>&1 &
pid=$!
until [ "$(in_database 'SELECT count(*) FROM place_sufficiency.run')" -ge 20 ]; do sleep 0.1; done
server stop -m immediate
sleep 10
server start
wait $pid
check "the workers make every run once" '[ "$(in_database "SELECT count(*), count(DISTINCT run_id), (SELECT count(*) FROM place_sufficiency.failure) FROM place_sufficiency.run")" = "$total|$total|0" ]'
ps_run archive export placements --to "$work/postgres.csv" --archive postgres: > /dev/null
check "with the rows of the folder" 'cmp -s "$work/folder.csv" "$work/postgres.csv"'
say "  for good, in the middle of a run"
in_database "TRUNCATE place_sufficiency.run CASCADE" > /dev/null 2>&1
ps_run run "$batch" --archive postgres: > /dev/null 2> "$work/gone.log" &
pid=$!
until [ "$(in_database 'SELECT count(*) FROM place_sufficiency.run')" -ge 3 ]; do sleep 0.2; done
server stop -m immediate
wait $pid
code=$?
say "  exit $code: $(grep -m 1 'cannot be written' "$work/gone.log" | cut -c1-120)"
check "it stops and says so" '[ $code = 1 ]'
server start
ps_run run "$batch" --archive postgres: > /dev/null 2>&1
ps_run archive export placements --to "$work/postgres.csv" --archive postgres: > /dev/null
check "when it is back, the same command comes to the same rows" 'cmp -s "$work/folder.csv" "$work/postgres.csv"'
fi

[ $failed = 0 ] && say "Everything cost nothing." || say "Something was lost."
exit $failed
