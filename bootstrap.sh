#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# From a bare Debian 12 to an answer (run) or to a tested build (test).
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
build="$here/build/release"

usage() {
  cat <<'END'
./bootstrap.sh run                     build, then run the shipped scenario scenarios/incident.yaml
./bootstrap.sh run FILE.yaml [OPTION]  build, then `sojourn run FILE.yaml [OPTION]`
./bootstrap.sh test                    build everything and run the tests that CI runs

Installs the Debian packages that are missing, as root or through sudo, and nothing else.
END
}

say() { printf 'bootstrap: %s\n' "$*" >&2; }
fail() {
  say "$*"
  exit 1
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif [ -t 0 ]; then
    sudo env DEBIAN_FRONTEND=noninteractive "$@"
  else
    sudo -n env DEBIAN_FRONTEND=noninteractive "$@"
  fi
}

# install PACKAGE...: quiet; on failure shows what apt said.
install() {
  if ! command -v apt-get >/dev/null; then
    fail "missing: $* - this script installs with apt-get only; install these yourself"
  fi
  if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null; then
    fail "missing: $* - run as root, or install sudo, or have these installed for you"
  fi
  say "installing $*"
  export DEBIAN_FRONTEND=noninteractive
  log=$(mktemp)
  if ! { as_root apt-get -qq -o Acquire::Retries=3 update &&
    as_root apt-get -qq -o Acquire::Retries=3 -o Dpkg::Use-Pty=0 install -y \
      --no-install-recommends "$@"; } >"$log" 2>&1 </dev/null; then
    tail -n 20 "$log" >&2
    rm -f "$log"
    [ "$(id -u)" -eq 0 ] || say "without a terminal, sudo must not ask for a password"
    fail "apt-get could not install $*"
  fi
  rm -f "$log"
}

# What must be there before CMake can look for the rest.
install_tools() {
  missing=
  command -v c++ >/dev/null || missing="$missing g++"
  command -v cmake >/dev/null || missing="$missing cmake"
  command -v ninja >/dev/null || missing="$missing ninja-build"
  command -v pkg-config >/dev/null || missing="$missing pkg-config"
  # shellcheck disable=SC2086
  [ -z "$missing" ] || install $missing
}

try_configure() {
  rm -f "$build/missing-packages.txt"
  (cd "$here" && cmake --preset release "$@") >"$build/configure.log" 2>&1
}

# configure OPTION...: CMake names the packages it lacks, first those of the program, then those of
# scripted tests; they are installed and CMake asked again.
configure() {
  mkdir -p "$build" || fail "cannot write to $build"
  for _ in 1 2 3; do
    if try_configure "$@" && [ ! -s "$build/missing-packages.txt" ]; then
      return
    fi
    [ -s "$build/missing-packages.txt" ] || break
    # shellcheck disable=SC2046
    install $(cat "$build/missing-packages.txt")
  done
  cat "$build/configure.log" >&2
  fail "CMake could not configure the build"
}

# compile TARGET...: silent unless it fails.
compile() {
  say "building with $(nproc) processes (log: $build/build.log)"
  if ! cmake --build "$build" --parallel "$(nproc)" --target "$@" >"$build/build.log" 2>&1; then
    tail -n 60 "$build/build.log" >&2
    fail "the build failed"
  fi
}

run() {
  install_tools
  configure -DBUILD_TESTING=OFF
  compile sojourn
  if [ $# -gt 0 ]; then
    exec "$build/sojourn" run "$@"
  fi
  cd "$here"
  "$build/sojourn" run scenarios/incident.yaml --force
  say "result and report:"
  ls "$here/scenarios/incident.h5" "$here/scenarios/incident.html"
}

test_all() {
  install_tools
  configure -DBUILD_TESTING=ON
  compile all
  cd "$here"
  ctest --preset release --parallel "$(nproc)"
}

command=${1:-}
[ $# -eq 0 ] || shift
case $command in
run) run "$@" ;;
test) test_all ;;
-h | --help | help) usage ;;
*)
  usage >&2
  exit 2
  ;;
esac
