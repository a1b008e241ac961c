// SPDX-License-Identifier: Apache-2.0
// The rules of the house, as tables. README.md in this folder gives the reasons.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace sojourn::house {

inline constexpr std::size_t max_file_lines = 350;
inline constexpr std::size_t max_function_lines = 60;

// What each layer may include from the project. A test of a layer follows the same row.
struct LayerRule {
  std::string_view layer;
  std::string_view may_include; // layers, space separated
};

inline constexpr std::array layer_rules{
    LayerRule{"models", "models"},
    LayerRule{"output", "output"},
    LayerRule{"sim", "models output sim"},
};

// A third-party header and the one place that may include it: a path without its extension, so
// that a header and its source count as one place. A library that both leaves need has one place
// in each, as one row each.
struct LibraryRule {
  std::string_view header_prefix;
  std::string_view place;
};

inline constexpr std::array library_rules{
    LibraryRule{"Random123/", "models/luck/philox"},
    LibraryRule{"boost/random", "models/luck/boost_random"},
    LibraryRule{"boost/math", "models/luck/boost_math"},
    LibraryRule{"boost/math", "output/stats/student"},
    LibraryRule{"boost/program_options", "sim/cli/options"},
    LibraryRule{"immintrin.h", "models/luck/lanes"},
    LibraryRule{"Eigen/", "models/journey/linear_algebra"},
    LibraryRule{"hdf5.h", "output/store/h5"},
    LibraryRule{"H5", "output/store/h5"},
    LibraryRule{"H5FD", "output/store/h5_driver"}, // a file driver of our own
    LibraryRule{"nlohmann/", "output/json"},
    LibraryRule{"fmt/", "output/text"},
    LibraryRule{"xlsxwriter.h", "output/tables/workbook"},
    LibraryRule{"librsvg/", "output/pictures/raster"},
    LibraryRule{"cairo", "output/pictures/raster"},
    LibraryRule{"fontconfig/", "output/pictures/raster"},
    LibraryRule{"freetype/", "output/pictures/raster"},
    LibraryRule{"yaml.h", "sim/scenario/yaml_events"},
    LibraryRule{"httplib.h", "sim/cli/watch/server"},
    LibraryRule{"tbb/", "sim/engine/executor_tbb"},
    LibraryRule{"oneapi/", "sim/engine/executor_tbb"},
};

// Headers of the operating system: not third party, but no business of models/.
inline constexpr std::array platform_headers{
    "sys/", "linux/", "unistd.h", "fcntl.h", "signal.h", "poll.h", "errno.h", "termios.h",
};

// models/ knows no clock, thread, file or print.
inline constexpr std::array headers_models_must_not{
    "thread",     "mutex",   "atomic",   "future",       "condition_variable",
    "chrono",     "ctime",   "iostream", "fstream",      "cstdio",
    "filesystem", "random",  "locale",   "shared_mutex", "print",
    "ostream",    "sstream", "iomanip",
};

} // namespace sojourn::house
