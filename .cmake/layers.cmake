# SPDX-License-Identifier: Apache-2.0
# The targets of the house: one static library per layer, and the flow kernel once per
# instruction set.

# sojourn_layer(NAME): library sojourn_NAME from every .cpp under NAME/. A layer that is headers
# only becomes an interface library; sojourn_NAME_scope says which (PUBLIC or INTERFACE).
function(sojourn_layer name)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/${name}/*.cpp)
  list(FILTER sources EXCLUDE REGEX "/sim/cli/main\\.cpp$|/flow_kernel\\.cpp$")
  if(sources)
    set(scope PUBLIC)
    add_library(sojourn_${name} STATIC ${sources})
    target_link_libraries(sojourn_${name} PRIVATE sojourn_warnings)
    target_compile_definitions(sojourn_${name} PRIVATE
      SOJOURN_TARGET=generic SOJOURN_VERSION="${PROJECT_VERSION}"
      SOJOURN_DATA_DIR="${CMAKE_INSTALL_FULL_DATADIR}/sojourn")
  else()
    set(scope INTERFACE)
    add_library(sojourn_${name} INTERFACE)
  endif()
  target_include_directories(sojourn_${name} ${scope} ${PROJECT_SOURCE_DIR})
  set(sojourn_${name}_scope ${scope} PARENT_SCOPE)
endfunction()

# sojourn_per_instruction_set(PREFIX FILE): object libraries PREFIX_<target>, FILE compiled once per
# instruction set. Each copy puts its code into inline namespace SOJOURN_TARGET, so that the linker
# cannot merge two of them. Sets PREFIX_objects.
function(sojourn_per_instruction_set prefix file)
  set(targets baseline)
  if(CMAKE_SYSTEM_PROCESSOR MATCHES "^(x86_64|AMD64|amd64)$")
    list(APPEND targets v3 v4)
    set(march_baseline -march=x86-64)
    set(march_v3 -march=x86-64-v3)
    set(march_v4 -march=x86-64-v4)
  endif()
  set(objects)
  foreach(target IN LISTS targets)
    add_library(${prefix}_${target} OBJECT ${PROJECT_SOURCE_DIR}/${file})
    target_link_libraries(${prefix}_${target} PRIVATE
      sojourn_warnings sojourn_models sojourn_output)
    target_compile_definitions(${prefix}_${target} PRIVATE SOJOURN_TARGET=${target})
    target_compile_options(${prefix}_${target} PRIVATE
      ${march_${target}} -fno-math-errno -fno-trapping-math $<$<NOT:$<CONFIG:Debug>>:-O3>)
    list(APPEND objects $<TARGET_OBJECTS:${prefix}_${target}>)
  endforeach()
  set(${prefix}_objects ${objects} PARENT_SCOPE)
endfunction()

# sojourn_only_in(FILE LIBRARY): what pkg-config says of LIBRARY is known to this file alone. Its
# headers are the system's: their warnings are not ours.
function(sojourn_only_in file library)
  set(folders ${${library}_INCLUDE_DIRS})
  list(TRANSFORM folders PREPEND -isystem)
  set_source_files_properties(${PROJECT_SOURCE_DIR}/${file} PROPERTIES
    COMPILE_OPTIONS "${${library}_CFLAGS_OTHER};${folders}")
endfunction()
