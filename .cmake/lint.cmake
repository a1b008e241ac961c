# SPDX-License-Identifier: Apache-2.0
# Targets `tidy` (clang-tidy on every source of the layers) and `format` (clang-format in place).
find_program(SOJOURN_RUN_CLANG_TIDY NAMES run-clang-tidy run-clang-tidy-14)
find_program(SOJOURN_CLANG_FORMAT NAMES clang-format clang-format-14)
mark_as_advanced(SOJOURN_RUN_CLANG_TIDY SOJOURN_CLANG_FORMAT)
if(SOJOURN_RUN_CLANG_TIDY)
  add_custom_target(tidy
    COMMAND ${SOJOURN_RUN_CLANG_TIDY} -quiet -p ${CMAKE_BINARY_DIR}
            "${PROJECT_SOURCE_DIR}/(models|output|sim)/.*"
    USES_TERMINAL VERBATIM)
endif()
if(SOJOURN_CLANG_FORMAT)
  add_custom_target(format
    COMMAND find models output sim tests -name "*.[hc]pp" -exec ${SOJOURN_CLANG_FORMAT} -i {} +
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR} VERBATIM)
endif()
