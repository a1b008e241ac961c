# SPDX-License-Identifier: Apache-2.0
# The scenarios that `sojourn init` writes, as one generated source within the program: they are
# there wherever the program is, installed or not.
set(embedded_scenarios first=sim/cli/first_journey.yaml incident=scenarios/incident.yaml)
set(embedded_source "// SPDX-License-Identifier: Apache-2.0
#include \"sim/cli/embedded.hpp\"

namespace sojourn::cli {

const std::vector<EmbeddedText>& embedded_scenarios() {
  static const std::vector<EmbeddedText> all = {
")
foreach(entry IN LISTS embedded_scenarios)
  string(REPLACE "=" ";" entry ${entry})
  list(GET entry 0 name)
  list(GET entry 1 path)
  file(READ ${PROJECT_SOURCE_DIR}/${path} text)
  string(APPEND embedded_source "      {\"${name}\", R\"embedded(${text})embedded\"},\n")
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/${path})
endforeach()
string(APPEND embedded_source "  };\n  return all;\n}\n\n} // namespace sojourn::cli\n")
file(WRITE ${PROJECT_BINARY_DIR}/embedded_scenarios.new "${embedded_source}")
configure_file(${PROJECT_BINARY_DIR}/embedded_scenarios.new
               ${PROJECT_BINARY_DIR}/embedded_scenarios.cpp COPYONLY)
target_sources(sojourn_sim PRIVATE ${PROJECT_BINARY_DIR}/embedded_scenarios.cpp)
