# SPDX-License-Identifier: Apache-2.0
# Every library, found once. What is missing is named all at once, as Debian packages, and written
# to missing-packages.txt in the build folder, from which bootstrap.sh installs it.
set(SOJOURN_MISSING_FILE ${CMAKE_BINARY_DIR}/missing-packages.txt)
set_property(GLOBAL PROPERTY SOJOURN_MISSING "")

function(sojourn_need found package)
  if(NOT ${found})
    set_property(GLOBAL APPEND PROPERTY SOJOURN_MISSING ${package})
  endif()
endfunction()

function(sojourn_write_missing)
  get_property(missing GLOBAL PROPERTY SOJOURN_MISSING)
  list(REMOVE_DUPLICATES missing)
  list(JOIN missing " " text)
  file(WRITE ${SOJOURN_MISSING_FILE} "${text}")
  set(SOJOURN_MISSING_TEXT "${text}" PARENT_SCOPE)
endfunction()

find_package(Threads REQUIRED)
find_package(PkgConfig QUIET)
sojourn_need(PkgConfig_FOUND pkg-config)
if(PkgConfig_FOUND)
  pkg_check_modules(yaml QUIET IMPORTED_TARGET yaml-0.1)
endif()
sojourn_need(yaml_FOUND libyaml-dev)
if(PkgConfig_FOUND)
  pkg_check_modules(xlsxwriter QUIET IMPORTED_TARGET xlsxwriter)
endif()
sojourn_need(xlsxwriter_FOUND libxlsxwriter-dev)
# Pictures as PNG and PDF, and the font machinery that both libraries bring along.
if(PkgConfig_FOUND)
  pkg_check_modules(rsvg QUIET librsvg-2.0>=2.52 cairo cairo-pdf fontconfig freetype2)
endif()
sojourn_need(rsvg_FOUND librsvg2-dev)
# The library was built with OpenSSL and compression; its classes have that form, so ours must ask
# for the same (the flags come with the package), although nothing here is encrypted.
if(PkgConfig_FOUND)
  pkg_check_modules(httplib QUIET cpp-httplib)
endif()
sojourn_need(httplib_FOUND libcpp-httplib-dev)
# Unversioned Boost packages: a versioned one can conflict with what a user has.
find_package(Boost 1.74 QUIET)
sojourn_need(Boost_FOUND libboost-dev)
find_package(Boost 1.74 QUIET COMPONENTS program_options)
sojourn_need(Boost_FOUND libboost-program-options-dev)
find_package(Eigen3 3.3 QUIET NO_MODULE)
sojourn_need(Eigen3_FOUND libeigen3-dev)
find_package(fmt QUIET)
sojourn_need(fmt_FOUND libfmt-dev)
find_package(nlohmann_json 3.9 QUIET)
sojourn_need(nlohmann_json_FOUND nlohmann-json3-dev)
find_package(TBB QUIET)
sojourn_need(TBB_FOUND libtbb-dev)
# The serial C interface: one process writes a result, and the parallel build needs MPI to link.
set(HDF5_PREFER_PARALLEL FALSE)
find_package(HDF5 1.10 QUIET COMPONENTS C HL) # HL: dimension scales
sojourn_need(HDF5_FOUND libhdf5-dev)
if(HDF5_IS_PARALLEL)
  message(FATAL_ERROR "Found the parallel HDF5; install libhdf5-dev, the serial one, or set HDF5_ROOT.")
endif()
# Random123 is headers only and ships no CMake package.
find_path(RANDOM123_INCLUDE_DIR Random123/philox.h)
sojourn_need(RANDOM123_INCLUDE_DIR librandom123-dev)
if(BUILD_TESTING)
  find_package(Catch2 QUIET)
  sojourn_need(Catch2_FOUND catch2)
endif()

sojourn_write_missing()
if(SOJOURN_MISSING_TEXT)
  message(FATAL_ERROR "Libraries are missing. On Debian and Ubuntu:\n"
                      "  apt-get install ${SOJOURN_MISSING_TEXT}\n")
endif()

# What a result names as its origin.
string(CONCAT SOJOURN_LIBRARIES "HDF5 ${HDF5_VERSION}, Boost ${Boost_VERSION_STRING}, "
  "oneTBB ${TBB_VERSION}, libyaml ${yaml_VERSION}, fmt ${fmt_VERSION}, Eigen ${Eigen3_VERSION}, "
  "nlohmann-json ${nlohmann_json_VERSION}, libxlsxwriter ${xlsxwriter_VERSION}")

add_library(sojourn_random123 INTERFACE)
target_include_directories(sojourn_random123 SYSTEM INTERFACE ${RANDOM123_INCLUDE_DIR})
