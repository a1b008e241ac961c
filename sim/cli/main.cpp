// SPDX-License-Identifier: Apache-2.0
#include "sim/cli/program.hpp"

int main(int argc, char** argv) {
  return sojourn::cli::program(std::vector<std::string>(argv + (argc > 0 ? 1 : 0), argv + argc));
}
