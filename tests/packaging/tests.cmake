# SPDX-License-Identifier: Apache-2.0
if(TARGET sojourn)
  sojourn_script_test(NAME packaging/debian-package LABEL packaging PROGRAMS dpkg-shlibdeps file
    COMMAND sh ${CMAKE_CURRENT_LIST_DIR}/debian_package.sh ${PROJECT_BINARY_DIR})
  sojourn_script_test(NAME packaging/install LABEL packaging
    COMMAND sh ${CMAKE_CURRENT_LIST_DIR}/install.sh ${PROJECT_BINARY_DIR})
endif()
