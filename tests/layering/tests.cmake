# SPDX-License-Identifier: Apache-2.0
file(GLOB house_sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/*.cpp)
add_executable(test_house ${house_sources})
target_link_libraries(test_house PRIVATE sojourn_test_main sojourn_warnings)
target_include_directories(test_house PRIVATE ${PROJECT_SOURCE_DIR})
target_compile_definitions(test_house PRIVATE SOJOURN_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
catch_discover_tests(test_house TEST_PREFIX "house/" PROPERTIES LABELS house)

# No instruction set of the flow kernel offers code to the rest of the program. Sanitizers and
# unoptimised builds emit more symbols and are not what is shipped.
if(CMAKE_BUILD_TYPE STREQUAL Release AND NOT SOJOURN_SANITIZE)
  set(symbols sh ${CMAKE_CURRENT_LIST_DIR}/kernel_symbols.sh)
  foreach(target baseline v3 v4)
    if(TARGET sojourn_flow_${target})
      add_test(NAME house/symbols-${target}
        COMMAND ${symbols} ${target} $<TARGET_OBJECTS:sojourn_flow_${target}>
        COMMAND_EXPAND_LISTS)
      set_tests_properties(house/symbols-${target} PROPERTIES LABELS house)
    endif()
  endforeach()
  configure_file(${CMAKE_CURRENT_LIST_DIR}/shared_symbol.cpp.in shared_symbol.cpp COPYONLY)
  add_library(shared_symbol OBJECT ${CMAKE_CURRENT_BINARY_DIR}/shared_symbol.cpp)
  add_test(NAME house/symbols-shared-one-is-caught
    COMMAND ${symbols} v4 $<TARGET_OBJECTS:shared_symbol>)
  set_tests_properties(house/symbols-shared-one-is-caught PROPERTIES LABELS house WILL_FAIL TRUE)
endif()
