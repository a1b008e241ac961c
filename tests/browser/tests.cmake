# SPDX-License-Identifier: Apache-2.0
# The report in a real browser, without network: label `browser`.
file(GLOB sample_sources CONFIGURE_DEPENDS
  ${CMAKE_CURRENT_LIST_DIR}/../golden/output/pictures/sample*.cpp)
add_executable(sample_report ${CMAKE_CURRENT_LIST_DIR}/sample_report.cpp ${sample_sources})
target_link_libraries(sample_report PRIVATE sojourn_output sojourn_warnings)

sojourn_script_test(NAME browser-report LABEL browser PROGRAMS chromium
  TIMEOUT 900
  COMMAND python3 ${CMAKE_CURRENT_LIST_DIR}/report_in_browser.py $<TARGET_FILE:sample_report>)
if(TARGET sojourn)
  sojourn_script_test(NAME browser-report-and-watch LABEL playwright PROGRAMS node chromium
    TIMEOUT 900
    COMMAND node ${CMAKE_CURRENT_LIST_DIR}/report_and_watch.mjs $<TARGET_FILE:sojourn>
            ${PROJECT_SOURCE_DIR})
endif()
