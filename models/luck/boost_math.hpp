// SPDX-License-Identifier: Apache-2.0
#pragma once
// The only place that includes Boost.Math. Its default policy computes a double in long double.
// Only for set-up: no value a journey draws comes from here directly.
#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/gamma.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/special_functions/gamma.hpp>
