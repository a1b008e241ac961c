# SPDX-License-Identifier: Apache-2.0
# For tests/<folder>/tests.cmake: tests that are scripts and may lack what they need.
#
#   sojourn_script_test(NAME readers-h5py LABEL readers
#     PYTHON h5py numpy                  # python3 modules it needs
#     PROGRAMS ncdump                    # programs it needs
#     COMMAND python3 ${CMAKE_CURRENT_LIST_DIR}/h5py_opens.py $<TARGET_FILE:sojourn>)
#
# Where something is missing the test is still listed, and fails as "not run" naming what is
# missing: a check that silently vanishes is no check. A label that CI does not run may be skipped.
function(sojourn_script_test)
  cmake_parse_arguments(PARSE_ARGV 0 arg "" "NAME;LABEL;TIMEOUT" "PYTHON;PROGRAMS;COMMAND")
  set(missing)
  foreach(program IN LISTS arg_PROGRAMS)
    find_program(SOJOURN_HAS_${program} ${program})
    if(NOT SOJOURN_HAS_${program})
      list(APPEND missing ${program})
    endif()
  endforeach()
  foreach(module IN LISTS arg_PYTHON)
    execute_process(COMMAND python3 -c "import ${module}" RESULT_VARIABLE failed OUTPUT_QUIET
                    ERROR_QUIET)
    if(failed)
      list(APPEND missing "python3 module ${module}")
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
