# Functions of the long runs in this folder, for sourcing. The script goes to the project's root and sets the paths.
set -u -o pipefail
export LC_ALL=C
NAME=${0##*/}
cd "$(dirname "${BASH_SOURCE[0]}")/../.." || exit 1

ROOT=$PWD
OUT=$ROOT/tests/itests/target/$NAME
JAVA=java
if [ -n "${JAVA_HOME:-}" ]; then JAVA=$JAVA_HOME/bin/java; fi

fail() {
    printf '%s: %s\n' "$NAME" "$*" >&2
    exit 1
}

# help_or_go_on <first argument>: with -h or --help, prints the usage and exits.
help_or_go_on() {
    case ${1:-} in
        -h | --help)
            usage
            exit 0
            ;;
    esac
}

# wants_one_or_two <argument…>
wants_one_or_two() {
    if [ $# -lt 1 ] || [ $# -gt 2 ]; then
        usage >&2
        exit 1
    fi
}

# wants_seed <text>: it may be empty.
wants_seed() {
    case ${1:-0} in *[!0-9]*) fail 'the seed must be a whole number.' ;; esac
}

# build <phase> <option of Maven…>
build() {
    mkdir -p "$OUT"
    printf 'Building (its output is in %s) …\n' "$OUT/build.log"
    mvn --batch-mode --no-transfer-progress -pl tests/itests -am -DskipTests -Dspotless.check.skip=true -Dmdep.analyze.skip=true \
        "${@:2}" "$1" dependency:build-classpath -Dmdep.outputFile="$OUT/class-path" >"$OUT/build.log" 2>&1 ||
        fail "the build failed; see $OUT/build.log"
}

# run_main <main class> <argument…>: JVM_OPTS go before it; its output goes to the log, the servers' to tests/itests/target/logs.
run_main() {
    exec 2>"$OUT/log"
    exec "$JAVA" -Dmillrace.root="$ROOT" -Dmillrace.test.target="$ROOT/tests/itests/target" ${JVM_OPTS[@]+"${JVM_OPTS[@]}"} \
        -cp "$ROOT/tests/itests/target/test-classes:$(cat "$OUT/class-path")" "$@"
}
