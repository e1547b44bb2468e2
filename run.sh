#!/usr/bin/env bash
# Starts a node from this source tree, building what is missing first.
#
#   ./run.sh [options of bbc1-node]   in the foreground; Ctrl-C or SIGTERM stops it; --help lists the options
#   ./run.sh demo                     shows the main job on a node of its own, then removes everything it made
set -euo pipefail

top=$(cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")" && pwd)
dist=$top/server-config/target/dist/bbc1-node
node_jar=$dist/lib/bbc1-node.jar
cli_jar=$top/cli/target/bbc1.jar

say() { printf 'run.sh: %s\n' "$*" >&2; }
die() { say "$*"; exit 1; }

find_java() {
  if [[ -n ${JAVA_HOME:-} && -x $JAVA_HOME/bin/java ]]; then
    java=$JAVA_HOME/bin/java
  else
    java=$(command -v java) || die "JDK 17 or newer is needed: set JAVA_HOME or put java on the PATH"
  fi
  local version
  version=$("$java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.specification\.version = //p')
  [[ $version =~ ^[0-9]+$ && $version -ge 17 ]] || die "JDK 17 or newer is needed, $java is ${version:-unknown}"
}

# True if a jar is missing or some source is newer than it.
stale() {
  local jar=$1
  [[ -f $jar ]] || return 0
  [[ -n $(find "$top/pom.xml" "$top"/*/pom.xml "$top"/*/src/main -newer "$jar" -type f -print -quit) ]]
}

build() {
  local modules=() missing=0
  stale "$node_jar" && { modules+=(server-config); missing=1; }
  if [[ $1 == demo ]]; then
    stale "$cli_jar" && { modules+=(cli); missing=1; }
  fi
  ((missing)) || return 0
  command -v mvn >/dev/null || die "Maven 3.8 or newer is needed to build: put mvn on the PATH"
  "${java%/java}/javac" -version >/dev/null 2>&1 || command -v javac >/dev/null ||
    die "a JDK is needed to build, $java is a runtime only"
  local list
  list=$(IFS=,; echo "${modules[*]}")
  say "building $list (the first build takes some minutes) ..."
  local log
  log=$(mktemp)
  if ! (cd -- "$top" && mvn -B -q -DskipTests -pl "$list" -am package) >"$log" 2>&1; then
    tail -n 40 -- "$log" >&2
    rm -f -- "$log"
    die "the build failed"
  fi
  rm -f -- "$log"
  # A build that had nothing to do leaves the old jar, which would look stale for ever.
  touch -c -- "$node_jar" "$cli_jar"
}

demo() {
  local folder node=
  folder=$(mktemp -d "${TMPDIR:-/tmp}/bbc1-demo.XXXXXX")
  cleanup() {
    if [[ -n $node ]] && kill -TERM "$node" 2>/dev/null; then
      wait "$node" 2>/dev/null || true
    fi
    rm -rf -- "$folder"
  }
  trap cleanup EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
  say "starting a node on free ports in $folder ..."
  mkfifo -- "$folder/ready"
  # Only short-lived: the first compiler stage starts faster.
  JAVA_OPTS="-XX:TieredStopAtLevel=1 ${JAVA_OPTS:-}" \
    "$dist/bin/bbc1-node" --workingdir "$folder/node" --coreport 0 --http-port 0 \
    --log "$folder/node.log" --verbose_level info >"$folder/ready" 2>"$folder/stderr" &
  node=$!
  local ready=
  read -r ready <"$folder/ready" || true
  if [[ -z $ready ]]; then
    cat -- "$folder/stderr" >&2
    [[ -f $folder/node.log ]] && tail -n 20 -- "$folder/node.log" >&2
    die "the node did not start"
  fi
  say "$ready"
  local clients=${ready#*clients }
  clients=${clients%%,*}
  local code=0
  "$java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -jar "$cli_jar" demo \
    --host "${clients%:*}" --port "${clients##*:}" --node-key "$folder/node/node_key.pem" || code=$?
  say "stopping the node and removing $folder"
  exit "$code"
}

find_java
if [[ ${1:-} == demo ]]; then
  [[ $# -eq 1 ]] || die "demo takes no further options"
  build demo
  demo
else
  build node
  exec "$dist/bin/bbc1-node" "$@"
fi
