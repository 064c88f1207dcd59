# Builds, unpacks and warms up Callsheet for the launcher, which reads this file only when something is missing.

jar=$here/target/callsheet.jar
lock=$apps/lock

# The lock is a link to its owner's number: made in one step, it never exists without an owner.
try_lock() {
  ln -s "pid-$$" "$lock" 2>/dev/null || return 1
  trap 'rm -f "$lock"' EXIT
  trap 'exit 129' HUP
  trap 'exit 130' INT
  trap 'exit 143' TERM
}

unlock() {
  rm -f "$lock"
  trap - EXIT HUP INT TERM
}

# A killed launcher leaves its lock. Only who made the folder named after the dead owner takes that lock away, and
# looks at it again first: else the slower of two that saw it would take away the lock the faster one made meanwhile.
break_dead_lock() {
  owner=$(readlink "$lock") || return 0
  ! kill -0 "${owner#pid-}" 2>/dev/null && [ ! -d "/proc/${owner#pid-}" ] || return 0
  mkdir "$lock.$owner" 2>/dev/null || return 0
  [ "$(readlink "$lock")" != "$owner" ] || rm -f "$lock"
  rmdir "$lock.$owner"
}

take_lock() {
  seconds=0
  until try_lock; do
    [ "$seconds" -ne 1 ] || say 'Another start is building Callsheet; waiting for it.'
    [ "$seconds" -lt 900 ] || die "Gave up waiting after 15 minutes. If nothing is building, remove $lock."
    break_dead_lock
    sleep 1
    seconds=$((seconds + 1))
  done
}

package() {
  [ -n "$jdk_home" ] || die "Building needs a JDK $oldest_java or newer; $java_home has no compiler." \
    'Install one (https://adoptium.net) or set JAVA_HOME to where it is.'
  if [ -f "$jar" ]; then reason='its sources have changed'; else reason='first run, about a minute'; fi
  say "Building Callsheet ($reason)..."
  (cd "$here" && JAVA_HOME=$jdk_home ./mvnw -q -B -DskipTests -Dspotless.check.skip package) \
    </dev/null >"$apps/build.log" 2>&1
}

unpack() {
  "$java_home/bin/java" -Djarmode=tools -jar "$jar" extract --force --destination "$apps/$name" \
    </dev/null >"$apps/build.log" 2>&1
}

# Every program gets a folder of its own, since a run may still work from an earlier one. The file `current` names the
# one to start, and is written before the build, so that a source saved during the build is newer than it.
# The jar's own time says nothing: it is fixed, to make builds reproducible. Maven's copy of it has the real one.
build() {
  old=$(cat "$apps/current" 2>/dev/null || true)
  find "$apps" -mindepth 1 -maxdepth 1 -type d -mtime +1 ! -name "${old:-none}" -exec rm -rf {} +
  name=$(date +%Y%m%d-%H%M%S)-$$
  printf '%s\n' "$name" >"$apps/next"
  { [ -f "$jar" ] && up_to_date "$jar.original" && unpack; } || { package && unpack; } || {
    tail -n 40 "$apps/build.log" >&2
    die "The build failed; above is the end of $apps/build.log."
  }
  mv -f "$apps/next" "$apps/current"
  use_program "$name"
}

train() {
  # shellcheck disable=SC2086 # several options in one variable
  "$java_home/bin/java" "-Dcallsheet.launcher=$here" -XX:TieredStopAtLevel=1 $java_options "$@" </dev/null
}

# Runs a campaign of two rows in the sandbox, so that Java loads what a run loads and keeps it in an archive. One that
# cannot be made stays behind empty, so that not every start tries again. What is run here must not meet the user's
# ledger, key or options.
archive_classes() {
  say 'Preparing fast starts (once, about fifteen seconds)...'
  training=$apps/training
  mkdir -p "$training"
  cat >"$training/training.yaml" <<'JOB'
name: training
manifest: campaign/manifest.csv
assets: campaign/assets
output: out
spend: {cap: 1000, approval: auto}
provider: {name: sandbox, polls-per-minute: 6000, typical-render: 100ms}
sandbox: {render-time: 100ms-100ms}
failures: {deadline: 10s}
JOB
  (
    unset CALLSHEET_DB_URL CALLSHEET_DB_USER CALLSHEET_DB_PASSWORD CALLSHEET_API_KEY
    export CALLSHEET_HOME="$training"
    train -jar "$app/callsheet.jar" init "$training/campaign"
    train "$write_archive=$archive.new" -jar "$app/callsheet.jar" run "$training/training.yaml"
  ) >"$apps/training.log" 2>&1 || true
  [ -f "$archive.new" ] || : >"$archive.new"
  mv -f "$archive.new" "$archive"
  rm -rf "$training"
}

prepare() {
  if ! built; then
    mkdir -p "$apps" 2>/dev/null && [ -w "$apps" ] ||
      die "Callsheet must be built first, and $apps cannot be written. Start it once as a user who may write there."
    take_lock
    built || build
    unlock
  fi
  # While another start makes the archive, this one goes without.
  if [ ! -e "$archive" ] && try_lock; then
    [ -e "$archive" ] || archive_classes
    unlock
  fi
}
