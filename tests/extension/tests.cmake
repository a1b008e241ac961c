# SPDX-License-Identifier: Apache-2.0
# A mechanism is added in one header, its rows of the table and one line of composition. Here that is
# done to a copy of the models, and the laws of all mechanisms are run on the result.
set(extended ${PROJECT_BINARY_DIR}/extension)
configure_file(${CMAKE_CURRENT_LIST_DIR}/boredom.hpp.in
  ${extended}/models/mechanisms/boredom.hpp COPYONLY)

# Reads models/<file> into `extended_text`.
macro(sojourn_extend file)
  set(extended_file models/${file})
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS
    ${PROJECT_SOURCE_DIR}/${extended_file})
  file(READ ${PROJECT_SOURCE_DIR}/${extended_file} extended_text)
endmacro()

# Puts `line` before the first place after `anchor` where the text says `mark`.
function(sojourn_insert anchor mark line)
  string(FIND "${extended_text}" "${anchor}" start)
  string(SUBSTRING "${extended_text}" 0 ${start} head)
  string(SUBSTRING "${extended_text}" ${start} -1 tail)
  string(FIND "${tail}" "${mark}" at)
  if(start EQUAL -1 OR at EQUAL -1)
    message(FATAL_ERROR "tests/extension: ${extended_file} no longer has \"${anchor}\", \"${mark}\"")
  endif()
  string(SUBSTRING "${tail}" 0 ${at} before)
  string(SUBSTRING "${tail}" ${at} -1 after)
  set(extended_text "${head}${before}${line}${after}" PARENT_SCOPE)
endfunction()

macro(sojourn_extended)
  file(CONFIGURE OUTPUT ${extended}/${extended_file} CONTENT "${extended_text}" @ONLY)
endmacro()

# Its names, and one more of each.
sojourn_extend(people/parameters.hpp)
sojourn_insert("enum class Mechanism" "};" "  boredom,\n")
sojourn_insert("n_mechanisms = " ";" " + 1")
sojourn_insert("enum class Parameter" "};" "  boredom_strength,\n  boredom_weight,\n")
sojourn_insert("n_parameters = " ";" " + 1 + 1")
sojourn_extended()

# Its row and the rows of its parameters.
sojourn_extend(mechanisms/mechanism_rows.hpp)
sojourn_insert("mechanism_rows =" "}};" "    {Mechanism::boredom, \"boredom\", \"Boredom\",
     \"log-odds of leaving + s w n\", \"memory events\", \"exits\", Grade::d, \"made up\", \"use\"},\n")
sojourn_extended()
sojourn_extend(mechanisms/parameter_rows.hpp)
sojourn_insert("parameter_rows =" "}};" "    detail::strength(Parameter::boredom_strength, Mechanism::boredom),
    {Parameter::boredom_weight, Mechanism::boredom, \"weight\", \"w\", \"log-odds\", .125, 0, 1, 0, 1,
     Provenance::assumption, \"made up\"},\n")
sojourn_extended()

# Its header and its line of composition.
sojourn_extend(deliberate.hpp)
sojourn_insert("#pragma once" "#include" "#include \"models/mechanisms/boredom.hpp\"\n")
sojourn_insert("void leaving_log_odds(" "\n}" "
  add(Mechanism::boredom, boredom_tilt(person.get(Field::count),
                                       person.trait(Parameter::boredom_strength),
                                       person.trait(Parameter::boredom_weight)));")
sojourn_extended()

add_executable(test_extension ${CMAKE_CURRENT_LIST_DIR}/boredom.cpp
  laws/models/visit/neutral.cpp laws/models/visit/order.cpp)
target_include_directories(test_extension BEFORE PRIVATE ${extended})
target_link_libraries(test_extension PRIVATE sojourn_test_main sojourn_models sojourn_warnings)
target_compile_definitions(test_extension PRIVATE SOJOURN_TARGET=generic
  SOJOURN_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
catch_discover_tests(test_extension TEST_PREFIX "extension/"
  WORKING_DIRECTORY ${PROJECT_SOURCE_DIR} PROPERTIES LABELS extension TIMEOUT 300)
