// SPDX-License-Identifier: Apache-2.0
#pragma once
// The only place that includes Boost.Random. Its distributions work on sojourn::Stream; use them
// for set-up and rare draws: they consume a varying number of words and are slower than inversion.
#include <boost/random/beta_distribution.hpp>
#include <boost/random/gamma_distribution.hpp>
#include <boost/random/normal_distribution.hpp>
#include <boost/random/sobol.hpp>
#include <boost/random/uniform_01.hpp>
#include <boost/random/uniform_int_distribution.hpp>
#include <boost/random/uniform_real_distribution.hpp>
