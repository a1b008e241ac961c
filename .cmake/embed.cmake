# SPDX-License-Identifier: Apache-2.0
# Scenarios as generated sources within the program: they are there wherever the program is,
# installed or not. Those that `sojourn init` writes, and the theory checks of `sojourn verify`.

# sojourn_embed(HEADER NAMESPACE TYPE FUNCTION name=path...): a source that defines FUNCTION of
# HEADER, a list of {name, text}.
function(sojourn_embed header namespace type function)
  set(source "// SPDX-License-Identifier: Apache-2.0
#include \"${header}\"

namespace ${namespace} {

const std::vector<${type}>& ${function}() {
  static const std::vector<${type}> all = {
")
  foreach(entry IN LISTS ARGN)
    string(REPLACE "=" ";" entry ${entry})
    list(GET entry 0 name)
    list(GET entry 1 path)
    file(READ ${PROJECT_SOURCE_DIR}/${path} text)
    string(APPEND source "      {\"${name}\", R\"embedded(${text})embedded\"},\n")
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/${path})
  endforeach()
  string(APPEND source "  };\n  return all;\n}\n\n} // namespace ${namespace}\n")
  file(WRITE ${PROJECT_BINARY_DIR}/${function}.new "${source}")
  configure_file(${PROJECT_BINARY_DIR}/${function}.new ${PROJECT_BINARY_DIR}/${function}.cpp
    COPYONLY)
  target_sources(sojourn_sim PRIVATE ${PROJECT_BINARY_DIR}/${function}.cpp)
endfunction()

file(GLOB gallery CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR}
  ${PROJECT_SOURCE_DIR}/scenarios/*.yaml)
list(TRANSFORM gallery REPLACE "^scenarios/(.*)\\.yaml$" "\\1=\\0")
sojourn_embed(sim/cli/embedded.hpp sojourn::cli EmbeddedText embedded_scenarios
  first=sim/cli/first_journey.yaml ${gallery})

file(GLOB theory_files CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR}
  ${PROJECT_SOURCE_DIR}/scenarios/theory/*.yaml)
list(TRANSFORM theory_files REPLACE "^scenarios/theory/(.*)\\.yaml$" "\\1=\\0")
sojourn_embed(sim/verify/scene.hpp sojourn::verify TheoryText theory_texts ${theory_files})
