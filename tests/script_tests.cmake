# SPDX-License-Identifier: Apache-2.0
# For tests/<folder>/tests.cmake: tests that are scripts and may lack what they need.
#
#   sojourn_script_test(NAME h5py LABEL readers
#     PYTHON h5py numpy    # python3 modules it needs
#     PROGRAMS ncdump      # programs it needs
#     COMMAND ${SOJOURN_PYTHON} ${CMAKE_CURRENT_LIST_DIR}/h5py_opens.py $<TARGET_FILE:sojourn>)
#
# Where something is missing the test stays listed and fails, naming what is missing: a check that
# silently vanishes is no check. `./bootstrap.sh test` installs it; `ctest -LE readers` leaves out.

# The Debian package of a program or python3 module, where its name is not the obvious one.
set(SOJOURN_PACKAGE_ncdump netcdf-bin)
set(SOJOURN_PACKAGE_node nodejs)
set(SOJOURN_PACKAGE_xmllint libxml2-utils)
set(SOJOURN_PACKAGE_dpkg-shlibdeps dpkg-dev)
set(SOJOURN_PACKAGE_h5dump hdf5-tools)
set(SOJOURN_PACKAGE_python3-netCDF4 python3-netcdf4)

# Debian's modules belong to Debian's python3, whichever one PATH names first.
find_program(SOJOURN_PYTHON python3 PATHS /usr/bin NO_DEFAULT_PATH)
find_program(SOJOURN_PYTHON python3)
mark_as_advanced(SOJOURN_PYTHON)

function(sojourn_lacks name label)
  if(label MATCHES "^(soak|matrix|r|playwright|editors)$") # run on request only: nothing is installed for them
    return()
  endif()
  set(package ${name})
  if(DEFINED SOJOURN_PACKAGE_${name})
    set(package ${SOJOURN_PACKAGE_${name}})
  endif()
  set_property(GLOBAL APPEND PROPERTY SOJOURN_MISSING ${package})
endfunction()

# Modules are looked up without importing them: h5py alone takes a second to import.
function(sojourn_has_module module out)
  execute_process(
    COMMAND ${SOJOURN_PYTHON} -c
            "import importlib.util, sys; sys.exit(importlib.util.find_spec('${module}') is None)"
    RESULT_VARIABLE failed OUTPUT_QUIET ERROR_QUIET)
  if(failed)
    set(${out} FALSE PARENT_SCOPE)
  else()
    set(${out} TRUE PARENT_SCOPE)
  endif()
endfunction()

function(sojourn_script_test)
  cmake_parse_arguments(PARSE_ARGV 0 arg "" "NAME;LABEL;TIMEOUT" "PYTHON;PROGRAMS;COMMAND")
  set(missing)
  foreach(program IN LISTS arg_PROGRAMS)
    find_program(SOJOURN_HAS_${program} ${program})
    mark_as_advanced(SOJOURN_HAS_${program})
    if(NOT SOJOURN_HAS_${program})
      list(APPEND missing ${program})
      sojourn_lacks(${program} "${arg_LABEL}")
    endif()
  endforeach()
  foreach(module IN LISTS arg_PYTHON)
    sojourn_has_module(${module} found)
    if(NOT found)
      list(APPEND missing "python3 module ${module}")
      sojourn_lacks(python3-${module} "${arg_LABEL}")
    endif()
  endforeach()
  if(missing)
    list(JOIN missing ", " missing)
    set(arg_COMMAND ${CMAKE_COMMAND} -E cat "/not installed: ${missing}")
  endif()
  if(NOT arg_TIMEOUT)
    set(arg_TIMEOUT 300)
  endif()
  add_test(NAME ${arg_NAME} COMMAND ${arg_COMMAND} WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
  set_tests_properties(${arg_NAME} PROPERTIES LABELS ${arg_LABEL} TIMEOUT ${arg_TIMEOUT})
endfunction()
