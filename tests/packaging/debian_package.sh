#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# The Debian package names the libraries it needs, and what is in it runs without the source tree.
set -eu
build=$1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

(cd "$build" && cpack --config "$build/CPackConfig.cmake" -B "$folder/packed" >"$folder/log" 2>&1) || {
    cat "$folder/log"
    exit 1
}
package=$(ls "$folder"/packed/*.deb)
depends=$(dpkg-deb --field "$package" Depends)
for library in libhdf5 libyaml-0-2 libtbb12 libboost-program-options libcpp-httplib librsvg2-2; do
    case $depends in
    *"$library"*) ;;
    *) echo "the package does not depend on $library: $depends" && exit 1 ;;
    esac
done
dpkg-deb --extract "$package" "$folder/root"
test -s "$folder/root/usr/share/doc/sojourn/copyright"
cd "$folder"
"$folder/root/usr/bin/sojourn" check "$folder/root/usr/share/sojourn/scenarios/incident.yaml"
