// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/figures.hpp"
#include "output/pictures/raster.hpp"
#include "sim/cli/command.hpp"
#include "sim/cli/outputs.hpp"
#include "sim/scenario/characters.hpp"

#include <algorithm>
#include <charconv>
#include <filesystem>

namespace sojourn::cli {
namespace {

std::string figure_of(const output::ResultData& result, const std::string& name) {
  try {
    return output::figure(result, name);
  } catch (const std::invalid_argument& problem) {
    throw UsageError(problem.what(), "there are: " + list_words(output::figure_names(result), 40));
  }
}

std::string listed(const output::ResultData& result) {
  std::string text;
  for (const std::string& name : output::figure_names(result)) {
    text += name + "\n";
  }
  return text;
}

enum class PlotForm { svg, png, pdf };

PlotForm form_of(const std::string& path) {
  std::string ending = std::filesystem::path(path).extension().string();
  std::transform(ending.begin(), ending.end(), ending.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  if (ending == ".svg") {
    return PlotForm::svg;
  }
  if (ending == ".png") {
    return PlotForm::png;
  }
  if (ending == ".pdf") {
    return PlotForm::pdf;
  }
  throw UsageError("plot writes SVG, PNG and PDF; " + printable(path) +
                   " ends in none of .svg, .png, .pdf");
}

output::PictureScale scale_of(const Arguments& arguments, PlotForm form) {
  output::PictureScale scale;
  const auto text = arguments.text("scale");
  if (!text) {
    return scale;
  }
  if (form != PlotForm::png) {
    throw UsageError("--scale is for PNG", "SVG and PDF are sharp at any size");
  }
  const char* end = text->data() + text->size();
  const auto [rest, error] = std::from_chars(text->data(), end, scale.factor);
  if (error != std::errc() || rest != end ||
      !(scale.factor >= scale.least && scale.factor <= scale.most)) {
    throw UsageError("--scale " + printable(*text) + " is not a number from 0.1 to 10");
  }
  return scale;
}

std::string drawn_as(PlotForm form, const std::string& svg, output::PictureScale scale,
                     const std::string& title) {
  try {
    return form == PlotForm::png   ? output::png_of(svg, scale)
           : form == PlotForm::pdf ? output::pdf_of(svg, title)
                                   : svg;
  } catch (const output::RasterError& error) {
    throw Failure(cannot_create, title + ": " + error.what());
  }
}

int run_plot(const Context& context) {
  const Arguments& arguments = context.arguments;
  const output::ResultData result = output::read_result(arguments.operands()[0]);
  const auto name = arguments.text("figure");
  if (!name) {
    context.terminal.print(listed(result));
    return success;
  }
  const auto target = arguments.text("output");
  const PlotForm form = target ? form_of(*target) : PlotForm::svg;
  const output::PictureScale scale = scale_of(arguments, form);
  const std::string svg = figure_of(result, *name);
  if (!target) {
    context.terminal.print(svg);
    return success;
  }
  keep_source(arguments.operands()[0], *target);
  TextFile file(*target,
                arguments.given("force") ? output::Replace::anything : output::Replace::nothing);
  file.publish(drawn_as(form, svg, scale, result.title + ": " + *name));
  context.terminal.say("wrote " + *target);
  return success;
}

} // namespace

Command plot_command() {
  return {
      {"plot",
       "draw one figure of a result file as SVG, PNG or PDF",
       "FILE.h5",
       1,
       1,
       {{"sojourn plot incident.h5", "names the figures"},
        {"sojourn plot incident.h5 --figure differences -o change.svg", "what each change does"},
        {"sojourn plot incident.h5 --figure journey_map:live_status:anna > anna.svg",
         "the journey of one arm as one persona lives it"},
        {"sojourn plot incident.h5 --figure leakage -o leakage.png --scale 3",
         "for a slide; PDF for a paper"}},
       {{"figure", 0, Takes::one, "NAME", "which; without it the names are listed"},
        {"output", 'o', Takes::one, "FILE", ".svg, .png or .pdf (default: SVG to stdout)"},
        {"scale", 0, Takes::one, "N", "of a PNG: 0.1 to 10 (default: 2)"},
        {"force", 0, Takes::nothing, "", "replace an existing file"}}},
      run_plot};
}

} // namespace sojourn::cli
