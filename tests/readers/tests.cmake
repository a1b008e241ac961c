# SPDX-License-Identifier: Apache-2.0
add_executable(write_full_result ${CMAKE_CURRENT_LIST_DIR}/write_full_result.cpp
  ${CMAKE_CURRENT_SOURCE_DIR}/laws/output/store/random_result.cpp)
target_link_libraries(write_full_result PRIVATE sojourn_output sojourn_warnings)

sojourn_script_test(NAME readers-h5py LABEL readers PYTHON h5py numpy
  COMMAND ${SOJOURN_PYTHON} ${CMAKE_CURRENT_LIST_DIR}/h5py_opens.py $<TARGET_FILE:write_full_result>)
foreach(engine h5netcdf netcdf4)
  string(REPLACE netcdf4 netCDF4 module ${engine})
  sojourn_script_test(NAME readers-xarray-${engine} LABEL readers PYTHON xarray ${module}
    COMMAND ${SOJOURN_PYTHON} ${CMAKE_CURRENT_LIST_DIR}/xarray_opens.py
            $<TARGET_FILE:write_full_result> ${engine})
endforeach()
sojourn_script_test(NAME readers-ncdump LABEL readers PROGRAMS ncdump
  COMMAND ${SOJOURN_PYTHON} ${CMAKE_CURRENT_LIST_DIR}/ncdump_opens.py
          $<TARGET_FILE:write_full_result>)
if(TARGET sojourn)
  sojourn_script_test(NAME readers-event-log LABEL readers PYTHON h5py PROGRAMS xmllint
    COMMAND ${SOJOURN_PYTHON} ${CMAKE_CURRENT_LIST_DIR}/event_log_opens.py
            $<TARGET_FILE:sojourn> ${PROJECT_SOURCE_DIR}/scenarios/incident.yaml)
  sojourn_script_test(NAME readers-readme-python LABEL readers PYTHON h5py xarray h5netcdf
    COMMAND ${SOJOURN_PYTHON} ${CMAKE_CURRENT_LIST_DIR}/readme_examples.py
            $<TARGET_FILE:sojourn> ${PROJECT_SOURCE_DIR} python)
  sojourn_script_test(NAME readers-readme-path LABEL readers PROGRAMS bash
    COMMAND ${SOJOURN_PYTHON} ${CMAKE_CURRENT_LIST_DIR}/readme_examples.py
            $<TARGET_FILE:sojourn> ${PROJECT_SOURCE_DIR} path)
  sojourn_script_test(NAME readers-readme-r LABEL r PROGRAMS Rscript
    COMMAND ${SOJOURN_PYTHON} ${CMAKE_CURRENT_LIST_DIR}/readme_examples.py
            $<TARGET_FILE:sojourn> ${PROJECT_SOURCE_DIR} r)
  sojourn_script_test(NAME readers-report-numbers LABEL readers PYTHON h5py numpy
    COMMAND ${SOJOURN_PYTHON} ${CMAKE_CURRENT_LIST_DIR}/report_numbers.py
            $<TARGET_FILE:sojourn> ${PROJECT_SOURCE_DIR})
  sojourn_script_test(NAME readers-xlsx LABEL readers PYTHON h5py
    COMMAND ${SOJOURN_PYTHON} ${CMAKE_CURRENT_LIST_DIR}/xlsx_opens.py
            $<TARGET_FILE:sojourn> ${PROJECT_SOURCE_DIR}/scenarios/incident.yaml)
endif()
