#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# `cmake --install` into a folder of the user's choice gives a program that runs from there.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cmake --install "$1" --prefix "$folder" >/dev/null
cd "$folder"
"$folder/bin/sojourn" check "$folder/share/sojourn/scenarios/incident.yaml"
