// SPDX-License-Identifier: Apache-2.0
#include "sim/cli/program.hpp"

int main(int argc, char** argv) { return sojourn::cli::program(argc, argv); }
