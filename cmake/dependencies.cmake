# SPDX-License-Identifier: Apache-2.0
# Every library the program itself needs, found once. bootstrap.sh names the Debian packages.
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(yaml REQUIRED IMPORTED_TARGET yaml-0.1)
find_package(Boost 1.74 REQUIRED COMPONENTS program_options)
find_package(Eigen3 3.3 REQUIRED NO_MODULE)
find_package(fmt REQUIRED)
find_package(nlohmann_json 3.9 REQUIRED)
find_package(TBB REQUIRED)

# The serial C interface: one process writes a result, and the parallel build needs MPI to link.
set(HDF5_PREFER_PARALLEL FALSE)
find_package(HDF5 1.10 REQUIRED COMPONENTS C)
if(HDF5_IS_PARALLEL)
  message(FATAL_ERROR "Found the parallel HDF5; install the serial one (libhdf5-dev) or set HDF5_ROOT.")
endif()

# Random123 is headers only and ships no CMake package.
find_path(RANDOM123_INCLUDE_DIR Random123/philox.h REQUIRED)
add_library(sojourn_random123 INTERFACE)
target_include_directories(sojourn_random123 SYSTEM INTERFACE ${RANDOM123_INCLUDE_DIR})
