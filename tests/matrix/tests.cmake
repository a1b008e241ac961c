# SPDX-License-Identifier: Apache-2.0
# One content hash of a result, whatever ran it: threads and executors here, in CI, against the
# approved hash; compilers and build types under the label `matrix`.
if(TARGET sojourn)
  sojourn_script_test(NAME matrix/threads-and-executors LABEL sim PROGRAMS python3
    COMMAND ${SOJOURN_PYTHON} ${CMAKE_CURRENT_LIST_DIR}/content_hash.py runs $<TARGET_FILE:sojourn>)
  sojourn_script_test(NAME matrix/compilers-and-build-types LABEL matrix TIMEOUT 7200
    PROGRAMS g++ clang++
    COMMAND ${SOJOURN_PYTHON} ${CMAKE_CURRENT_LIST_DIR}/content_hash.py builds)
endif()
