# SPDX-License-Identifier: Apache-2.0
# Any size and any name, from the scenario to everything that is written about it.
if(TARGET sojourn)
  sojourn_script_test(NAME readers-names-and-sizes LABEL readers
    COMMAND ${SOJOURN_PYTHON} ${CMAKE_CURRENT_LIST_DIR}/names_and_sizes.py $<TARGET_FILE:sojourn>)
endif()
