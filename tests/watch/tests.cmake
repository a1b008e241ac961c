# SPDX-License-Identifier: Apache-2.0
# `sojourn watch` as people use it: a file is edited, a browser looks.
if(TARGET sojourn)
  sojourn_script_test(NAME watch-edits LABEL watch
    COMMAND ${SOJOURN_PYTHON} ${CMAKE_CURRENT_LIST_DIR}/watch_edits.py
            $<TARGET_FILE:sojourn> ${PROJECT_SOURCE_DIR}/scenarios/incident.yaml)
endif()
