// SPDX-License-Identifier: Apache-2.0
// Lets tests written against Catch2 v2 build where only v3 is found.
#pragma once
#include <catch2/catch_all.hpp>
