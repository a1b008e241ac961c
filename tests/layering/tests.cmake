# SPDX-License-Identifier: Apache-2.0
file(GLOB house_sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/*.cpp)
add_executable(test_house ${house_sources})
target_link_libraries(test_house PRIVATE sojourn_test_main sojourn_warnings)
target_include_directories(test_house PRIVATE ${PROJECT_SOURCE_DIR})
target_compile_definitions(test_house PRIVATE SOJOURN_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
catch_discover_tests(test_house TEST_PREFIX "house/" PROPERTIES LABELS house)
