# SPDX-License-Identifier: Apache-2.0
# How a room of the house is built: one static library a folder, one test program beside it.
#
#   poa_library(NAME name USES other-rooms... LINK libraries... [EXCLUDE regex])   all *.cpp of the folder
#   but tests/
#   poa_tests(NAME name [USES ...] [LINK ...])                   all tests/*.cpp of the folder; program
#   `name`_tests

option(POA_SANITIZE "Sanitizers, e.g. address,undefined" "")

add_library(poa_options INTERFACE)
target_compile_options(poa_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor
                                             -Woverloaded-virtual
                                             -Werror=return-type -Werror=unused-result -fno-plt)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_compile_options(poa_options INTERFACE -fpch-preprocess -Wno-missing-field-initializers
    # g++ 12 sees these in std::string where they are not (gcc bug 105651 and its kin).
    -Wno-array-bounds -Wno-stringop-overflow -Wno-stringop-overread -Wno-restrict)
endif()
if(POA_SANITIZE)
  target_compile_options(poa_options INTERFACE -fsanitize=${POA_SANITIZE} -fno-omit-frame-pointer)
  target_link_options(poa_options INTERFACE -fsanitize=${POA_SANITIZE})
endif()
target_include_directories(poa_options INTERFACE ${CMAKE_SOURCE_DIR}/src)
find_program(LLD ld.lld)
if(LLD)
  target_link_options(poa_options INTERFACE -fuse-ld=lld)
endif()
# The program asks some fifty libraries for symbols before main begins, in the order of their naming here:
# those that most symbols are in come first, which spares every start a seventh of its work.
find_library(CRYPTO_LIBRARY crypto)
if(CRYPTO_LIBRARY)
  target_link_options(poa_options INTERFACE
    "SHELL:-Wl,--push-state,--no-as-needed -lcrypto -lstdc++ -Wl,--pop-state")
endif()

# One precompiled header for all rooms: the parts of the standard library that nearly every file reads.
add_library(poa_pch STATIC ${CMAKE_SOURCE_DIR}/cmake/pch.cpp)
target_link_libraries(poa_pch PUBLIC poa_options fmt::fmt)
target_precompile_headers(poa_pch PRIVATE ${CMAKE_SOURCE_DIR}/cmake/pch.hpp)

# And one for their tests, which compile a third faster with it and -O1; the rooms they test stay as they are.
add_library(poa_test_options INTERFACE)
target_link_libraries(poa_test_options INTERFACE poa_options fmt::fmt GTest::gtest GTest::gmock)
target_compile_options(poa_test_options INTERFACE $<$<CONFIG:Release>:-O1>)
add_library(poa_test_pch STATIC ${CMAKE_SOURCE_DIR}/cmake/pch.cpp)
target_link_libraries(poa_test_pch PUBLIC poa_test_options)
target_precompile_headers(poa_test_pch PRIVATE ${CMAKE_SOURCE_DIR}/cmake/test_pch.hpp)

function(poa_library)
  cmake_parse_arguments(A "" "NAME;EXCLUDE" "USES;LINK" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  list(FILTER sources EXCLUDE REGEX "/tests/")
  if(A_EXCLUDE)
    list(FILTER sources EXCLUDE REGEX "${A_EXCLUDE}")
  endif()
  if(NOT sources)
    add_library(poa_${A_NAME} INTERFACE)
    return()
  endif()
  add_library(poa_${A_NAME} STATIC ${sources})
  list(TRANSFORM A_USES PREPEND poa_)
  target_link_libraries(poa_${A_NAME} PUBLIC poa_options fmt::fmt ${A_USES} ${A_LINK})
  target_precompile_headers(poa_${A_NAME} REUSE_FROM poa_pch)
endfunction()

function(poa_tests)
  cmake_parse_arguments(A "" "NAME" "USES;LINK" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/tests/*.cpp)
  if(NOT sources)
    return()
  endif()
  add_executable(${A_NAME}_tests ${sources})
  list(TRANSFORM A_USES PREPEND poa_)
  target_link_libraries(${A_NAME}_tests PRIVATE poa_${A_NAME} ${A_USES} ${A_LINK} poa_test_support
                                                poa_test_options GTest::gtest_main)
  target_compile_definitions(${A_NAME}_tests PRIVATE POA_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
  target_precompile_headers(${A_NAME}_tests REUSE_FROM poa_test_pch)
  add_test(NAME ${A_NAME} COMMAND ${A_NAME}_tests)
endfunction()
