# SPDX-License-Identifier: Apache-2.0
# `cmake --install` and, with `cpack` in the build folder, a Debian package.
install(TARGETS sojourn RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY scenarios/ DESTINATION ${CMAKE_INSTALL_DATADIR}/sojourn/scenarios
        FILES_MATCHING PATTERN "*.yaml" PATTERN "*.md")
install(FILES output/store/FORMAT.md README.md DESTINATION ${CMAKE_INSTALL_DOCDIR} OPTIONAL)
# Debian policy: the licence of a package is found under this name.
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME copyright)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME sojourn)
set(CPACK_PACKAGE_VENDOR "Sojourn developers")
set(CPACK_PACKAGE_CONTACT "Sojourn developers")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY ${PROJECT_DESCRIPTION})
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES TRUE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON) # needs dpkg-dev and file
include(CPack)
