// SPDX-License-Identifier: Apache-2.0
// Writes the report of the sample results to the file named, or with --many that of a very large
// journey: something for a browser to open.
#include "output/pictures/html.hpp"
#include "tests/golden/output/pictures/sample.hpp"

#include <fstream>
#include <iostream>
#include <string>

int main(int n_arguments, char** arguments) {
  using namespace sojourn::output;
  if (n_arguments < 2) {
    std::cerr << "usage: sample_report FILE [--many]\n";
    return 2;
  }
  const bool many = n_arguments > 2 && arguments[2] == std::string("--many");
  const ResultData result =
      many ? sample::of_size({12, 8, 60, 2, 2}, "A touchpoint whose name is 80 letters long, שלום")
           : sample::people();
  std::ofstream(arguments[1], std::ios::binary) << html_report(result);
}
