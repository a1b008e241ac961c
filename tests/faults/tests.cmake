# SPDX-License-Identifier: Apache-2.0
# A program of its own: it replaces operator new.
if(TARGET sojourn)
  file(GLOB memory_sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/memory/*.cpp)
  add_executable(test_memory ${memory_sources})
  target_link_libraries(test_memory PRIVATE sojourn_test_main sojourn_sim sojourn_warnings)
  target_compile_definitions(test_memory PRIVATE SOJOURN_TARGET=generic
    SOJOURN_SOURCE_DIR="${PROJECT_SOURCE_DIR}" SOJOURN_PROGRAM="$<TARGET_FILE:sojourn>")
  catch_discover_tests(test_memory TEST_PREFIX "memory/"
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR} PROPERTIES LABELS sim TIMEOUT 300)
endif()
