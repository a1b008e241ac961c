#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# kernel_symbols.sh TARGET OBJECT...: the linker keeps one of several equal weak symbols. One that
# an object compiled for v4 shares with the rest of the program could be kept in its v4 form, and
# the program would die on an older processor. Hence every function that such an object offers to
# others bears its target's inline namespace.
set -eu
target=$1
shift
# nm's types: T a function, W and V weak, u unique; lower case t is local and cannot be shared.
shared=$(nm --defined-only --demangle "$@" |
    awk -v target="::$target::" '$2 ~ /^[TWVu]$/ && index($0, target) == 0')
if [ -n "$shared" ]; then
    echo "symbols outside inline namespace $target:"
    echo "$shared"
    exit 1
fi
