# ./run --dev: compiles changed sources into the running system and serves the front end with hot reload. Read by run; bash 3.2.
# shellcheck shell=bash disable=SC2154

DEV=$DATA/dev
APP=$DEV/millrace
COMPILED=$DEV/compiled
DEV_PORT=${MILLRACE_DEV_PORT:-5173}
want_number MILLRACE_DEV_PORT 1 65535 "$DEV_PORT"

# In the order in which they use each other. A module whose jar the WAR holds goes there, another one into its classes.
SERVER_MODULES=(contract contract/redis-support ejb-module web-module)
WORKER_MODULES=(contract contract/redis-support worker-app)

# Lays the WAR out as a folder, since Payara Micro loads that again when its .reload is touched.
prepare_dev() {
    rm -rf "$DEV"
    mkdir -p "$APP" "$COMPILED/worker"
    (cd "$APP" && "${JAVA%java}jar" --extract --file "$STACK/millrace.war") || fail "the WAR cannot be unpacked to $APP"
    DEPLOYED=$APP
    touch -r "$BUILT" "$DEV/server-stamp" "$DEV/worker-stamp" "$DEV/seen"
    DEBUG_SERVER=$(port_or_free 5005)
    DEBUG_WORKER=$(port_or_free 5006)
    (cd frontend && npm run --silent types) >"$LOGS/frontend.log" 2>&1 || fail "the types of the API cannot be made; see $LOGS/frontend.log"
    export MILLRACE_WORKER_GRACE=${MILLRACE_WORKER_GRACE:-2s}
}

port_or_free() {
    if taken "$1"; then free_port; else printf '%s' "$1"; fi
}

debugger() { printf '%s' "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:$1"; }

# The option of node does nothing here but mark the process as one of this folder's.
start_frontend() {
    launch frontend env MILLRACE_PORT="$PORT" bash -c 'cd frontend && exec node "$@"' frontend --report-directory="$DATA/tmp" \
        node_modules/vite/bin/vite.js --host 127.0.0.1 --port "$DEV_PORT" --strictPort
}
frontend_ready() { taken "$DEV_PORT"; }

# changed_since <stamp> <module…>: files that go into the running program
changed_since() {
    local stamp=$1
    shift
    find "${@/%//src/main}" -type f -newer "$stamp" ! -path '*/src/main/filtered/*' ! -name '.*' ! -name '*~' 2>/dev/null
}

# compile <stamp> <target> <class path> <module…>: what has changed and each class that names a changed one, into <target>/<module>
compile() {
    local stamp=$1 target=$2 path=$3 module file document names='' own=''
    shift 3
    for module; do own=$own$target/${module//\//-}:; done
    for module; do
        rm -rf "${target:?}/${module//\//-}"
        : >"$DEV/sources"
        document=
        while read -r file; do
            case $file in
                *.java)
                    printf '%s\n' "$file" >>"$DEV/sources"
                    file=${file##*/}
                    names="$names${names:+|}${file%.java}"
                    ;;
                "$module"/src/main/resources/*)
                    file=${file#"$module"/src/main/resources/}
                    mkdir -p "$(dirname "$target/${module//\//-}/$file")"
                    cp "$module/src/main/resources/$file" "$target/${module//\//-}/$file"
                    ;;
                "$module"/src/main/openapi/*) document=$target/${module//\//-}/META-INF/openapi.yaml ;;
                "$module"/src/main/webapp/*) cp "$file" "$APP/${file#"$module"/src/main/webapp/}" ;;
            esac
        done <<<"$(changed_since "$stamp" "$module")"
        [ -z "$document" ] || "$JAVA" "$module/src/build/java/BundleOpenApi.java" "$module/src/main/openapi" "$document" 2>&1 || return 1
        [ -z "$names" ] || grep -rlwE --include='*.java' "$names" "$module/src/main/java" >>"$DEV/sources"
        [ -s "$DEV/sources" ] || continue
        sort -u -o "$DEV/sources" "$DEV/sources"
        mkdir -p "$target/${module//\//-}"
        "${JAVA%java}javac" -d "$target/${module//\//-}" -cp "$own$path" --release 17 -encoding UTF-8 -parameters -g -proc:none -nowarn \
            "@$DEV/sources" 2>&1 || return 1
        say "  $module: $(wc -l <"$DEV/sources" | tr -d ' ') classes compiled"
    done
}

artifact_of() { sed -n 's#^ *<artifactId>\(.*\)</artifactId>.*#\1#p' "$1/pom.xml" | sed -n 2p; }

# Puts the compiled classes where the deployed folder has its own; entities get what the build weaves into them.
lay_into_app() {
    local module jar
    for module in "${SERVER_MODULES[@]}"; do
        [ -d "$COMPILED/server/${module//\//-}" ] || continue
        jar=$(printf '%s' "$APP/WEB-INF/lib/$(artifact_of "$module")"-*.jar)
        if [ ! -f "$jar" ]; then
            cp -R "$COMPILED/server/${module//\//-}/." "$APP/WEB-INF/classes"
            continue
        fi
        "${JAVA%java}jar" --update --file "$jar" -C "$COMPILED/server/${module//\//-}" . || return 1
        if grep -qE '^@(Entity|Embeddable|MappedSuperclass)' $(cat "$DEV/woven" 2>/dev/null) /dev/null; then
            weave "$jar" || return 1
        fi
    done
}

weave() {
    "$JAVA" -cp "$APP/WEB-INF/lib/*:$SERVER/runtime/*" org.eclipse.persistence.tools.weaving.jpa.StaticWeave \
        -persistenceinfo "$1" "$1" "$DEV/woven.jar" >"$LOGS/weave.log" 2>&1 && mv "$DEV/woven.jar" "$1"
}

index_of() {
    local i
    for ((i = 0; i < ${#NAMES[@]}; i++)); do
        if [ "${NAMES[i]}" = "$1" ]; then
            printf '%s' "$i"
            return
        fi
    done
}

restart() {
    local i
    i=$(index_of "$1")
    end "${PIDS[i]}" 30
    start "$1"
    PIDS[i]=$LAUNCHED BEGAN[i]=$SECONDS DUE[i]=0
}

# await_server <seconds>: until it answers, as long as that takes at most
await_server() {
    local deadline=$((SECONDS + $1))
    until server_ready; do
        [ $SECONDS -lt $deadline ] || return 1
        pause 0.2
    done
}

# A server whose application is not there does not see the .reload; it starts anew.
redeploy() {
    local deadline=$((SECONDS + 8))
    if ! server_ready; then
        restart server
    else
        touch "$APP/.reload"
        while server_ready && [ $SECONDS -lt $deadline ]; do pause 0.2; done
    fi
    await_server 90
}

update_server() {
    local began=$SECONDS
    say "$(date +%H:%M:%S) server: sources have changed"
    touch "$DEV/server-next"
    changed_since "$DEV/server-stamp" "${SERVER_MODULES[@]}" >"$DEV/woven"
    compile "$DEV/server-stamp" "$COMPILED/server" "$APP/WEB-INF/classes:$APP/WEB-INF/lib/*:$SERVER/runtime/*" "${SERVER_MODULES[@]}" &&
        lay_into_app || {
        say '  not compiled; the server runs on as it was'
        return
    }
    mv "$DEV/server-next" "$DEV/server-stamp"
    if redeploy; then
        say "  deployed again after $((SECONDS - began)) s"
    else
        say "  the server does not become ready; see ${LOGS#"$ROOT"/}/server.log"
    fi
}

update_workers() {
    local i
    say "$(date +%H:%M:%S) workers: sources have changed"
    touch "$DEV/worker-next"
    compile "$DEV/worker-stamp" "$COMPILED/worker-new" "$COMPILED/worker:$STACK/millrace-worker.jar" "${WORKER_MODULES[@]}" || {
        say '  not compiled; the workers run on as they were'
        return
    }
    for module in "${WORKER_MODULES[@]}"; do
        [ ! -d "$COMPILED/worker-new/${module//\//-}" ] || cp -R "$COMPILED/worker-new/${module//\//-}/." "$COMPILED/worker"
    done
    mv "$DEV/worker-next" "$DEV/worker-stamp"
    for ((i = 0; i < ${#NAMES[@]}; i++)); do
        case ${NAMES[i]} in worker-*) restart "${NAMES[i]}" ;; esac
    done
    say '  started again'
}

# One look at the sources; what fails to compile is looked at again when something changes.
watch_sources() {
    [ -n "$(changed_since "$DEV/seen" "${SERVER_MODULES[@]}" "${WORKER_MODULES[@]}" | head -n 1)" ] || return 0
    touch "$DEV/seen"
    [ -z "$(changed_since "$DEV/worker-stamp" "${WORKER_MODULES[@]}" | head -n 1)" ] || update_workers
    [ -z "$(changed_since "$DEV/server-stamp" "${SERVER_MODULES[@]}" | head -n 1)" ] || update_server
}
