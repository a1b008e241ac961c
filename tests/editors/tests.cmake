# SPDX-License-Identifier: Apache-2.0
# What editors make of the schema, by yaml-language-server: label `editors`, after `npm install` here.
if(TARGET sojourn)
  sojourn_script_test(NAME editors-yaml-language-server LABEL editors PROGRAMS node
    COMMAND node ${CMAKE_CURRENT_LIST_DIR}/editing.mjs $<TARGET_FILE:sojourn>
            ${PROJECT_SOURCE_DIR})
endif()
