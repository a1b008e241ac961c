// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/raster.hpp"

#include "output/pictures/fonts/embedded.hpp"
#include "output/text.hpp"

#include <cairo-pdf.h>
#include <cairo.h>
#include <fontconfig/fontconfig.h>
#include <freetype/freetype.h>
#include <freetype/tttables.h>
#include <librsvg/rsvg.h>

#include <sys/mman.h>
#include <unistd.h>

#include <array>
#include <cmath>
#include <memory>
#include <string_view>
#include <vector>

namespace sojourn::output {
namespace {

constexpr int most_pixels = 32767; // of a side, cairo's limit
constexpr double points_per_pixel = 72.0 / 96.0;

template <auto release> struct Releaser {
  template <class Thing> void operator()(Thing* thing) const { release(thing); }
};
using Handle = std::unique_ptr<RsvgHandle, Releaser<g_object_unref>>;
using Surface = std::unique_ptr<cairo_surface_t, Releaser<cairo_surface_destroy>>;
using Canvas = std::unique_ptr<cairo_t, Releaser<cairo_destroy>>;

std::string bytes_of_base64(std::string_view text) {
  constexpr std::string_view letters =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string bytes;
  unsigned group = 0, bits = 0;
  for (const char letter : text) {
    const std::size_t value = letters.find(letter);
    if (value == std::string_view::npos) {
      break; // the padding at the end
    }
    group = (group << 6U) | static_cast<unsigned>(value);
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes.push_back(static_cast<char>((group >> bits) & 255U));
    }
  }
  return bytes;
}

/// The plain font; of a WOFF2, which the shaping library cannot read, as FreeType unpacks it.
/// Empty where this FreeType does not know how to.
std::vector<FT_Byte> unpacked(const std::string& woff2) {
  std::vector<FT_Byte> font;
  FT_Library library = nullptr;
  if (FT_Init_FreeType(&library) != 0) {
    return font;
  }
  FT_Face face = nullptr;
  FT_ULong length = 0;
  if (FT_New_Memory_Face(library, reinterpret_cast<const FT_Byte*>(woff2.data()),
                         static_cast<FT_Long>(woff2.size()), 0, &face) == 0 &&
      FT_Load_Sfnt_Table(face, 0, 0, nullptr, &length) == 0) {
    font.resize(length);
    if (FT_Load_Sfnt_Table(face, 0, 0, font.data(), &length) != 0) {
      font.clear();
    }
  }
  FT_Done_FreeType(library); // and its faces
  return font;
}

/// A file in memory, by a name that other libraries can open as long as the program runs.
std::string named_memory(const std::vector<FT_Byte>& bytes) {
  const int file = memfd_create("sojourn-font", MFD_CLOEXEC);
  if (file < 0) {
    return {};
  }
  std::size_t written = 0;
  while (written < bytes.size()) {
    const ssize_t n = ::write(file, bytes.data() + written, bytes.size() - written);
    if (n <= 0) {
      ::close(file);
      return {};
    }
    written += static_cast<std::size_t>(n);
  }
  return output::text("/proc/self/fd/{}", file);
}

/// A font names itself after its thinnest weight, or as it likes; drawings know it by `family`.
void add_font(std::string_view base64, const char* family) {
  const std::string path = named_memory(unpacked(bytes_of_base64(base64)));
  FcConfig* config = FcConfigGetCurrent();
  const FcFontSet* before = FcConfigGetFonts(config, FcSetApplication);
  const int n_before = before == nullptr ? 0 : before->nfont;
  if (path.empty() ||
      FcConfigAppFontAddFile(config, reinterpret_cast<const FcChar8*>(path.c_str())) == FcFalse) {
    return;
  }
  const FcFontSet* fonts = FcConfigGetFonts(config, FcSetApplication);
  for (int i = n_before; i < fonts->nfont; ++i) {
    FcPattern* font = fonts->fonts[i];
    FcPatternDel(font, FC_FAMILY);
    FcPatternAddString(font, FC_FAMILY, reinterpret_cast<const FcChar8*>(family));
  }
}

/// Once for the program: before anything is drawn.
void use_own_fonts() {
  static const bool done = [] {
    add_font(fonts::source_sans_3, "Source Sans 3 Variable");
    add_font(fonts::marks, "Source Sans 3"); // the second name that drawings ask for
    return true;
  }();
  (void)done;
}

[[noreturn]] void fail(const std::string& what, GError* error) {
  const std::string reason = error == nullptr ? "unknown" : error->message;
  g_clear_error(&error);
  throw RasterError(what + ": " + reason);
}

cairo_status_t append_to(void* text, const unsigned char* data, unsigned int length) {
  static_cast<std::string*>(text)->append(reinterpret_cast<const char*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

void check(cairo_status_t status) {
  if (status != CAIRO_STATUS_SUCCESS) {
    throw RasterError(std::string("the picture cannot be made: ") + cairo_status_to_string(status));
  }
}

/// A drawing that was read, and its size in pixels.
struct Drawing {
  Handle handle;
  double width = 0, height = 0;

  explicit Drawing(const std::string& svg) {
    use_own_fonts();
    GError* error = nullptr;
    handle.reset(
        rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(svg.data()), svg.size(), &error));
    if (!handle) {
      fail("the drawing cannot be read", error);
    }
    if (rsvg_handle_get_intrinsic_size_in_pixels(handle.get(), &width, &height) == FALSE) {
      throw RasterError("the drawing has no size");
    }
  }

  void onto(cairo_t* canvas) const {
    const RsvgRectangle whole{0, 0, width, height};
    GError* error = nullptr;
    if (rsvg_handle_render_document(handle.get(), canvas, &whole, &error) == FALSE) {
      fail("the drawing cannot be made into a picture", error);
    }
    check(cairo_status(canvas));
  }
};

} // namespace

std::string png_of(const std::string& svg, PictureScale scale) {
  const Drawing drawing(svg);
  const double width = std::ceil(drawing.width * scale.factor);
  const double height = std::ceil(drawing.height * scale.factor);
  if (width > most_pixels || height > most_pixels) {
    throw RasterError(output::text("{:.0f} x {:.0f} pixels are more than a PNG takes here ({} a "
                                   "side); a smaller scale fits",
                                   width, height, most_pixels));
  }
  const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(width),
                                                   static_cast<int>(height)));
  const Canvas canvas(cairo_create(surface.get()));
  cairo_set_source_rgb(canvas.get(), 1, 1, 1); // under the last, partly covered pixels
  cairo_paint(canvas.get());
  cairo_scale(canvas.get(), scale.factor, scale.factor);
  drawing.onto(canvas.get());
  std::string png;
  check(cairo_surface_write_to_png_stream(surface.get(), append_to, &png));
  return png;
}

std::string pdf_of(const std::string& svg, const std::string& title) {
  const Drawing drawing(svg);
  std::string pdf;
  const Surface surface(cairo_pdf_surface_create_for_stream(
      append_to, &pdf, drawing.width * points_per_pixel, drawing.height * points_per_pixel));
  cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE, title.c_str());
  cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATE_DATE, nullptr);
  const Canvas canvas(cairo_create(surface.get()));
  cairo_scale(canvas.get(), points_per_pixel, points_per_pixel);
  drawing.onto(canvas.get());
  cairo_show_page(canvas.get());
  cairo_surface_finish(surface.get());
  check(cairo_surface_status(surface.get()));
  return pdf;
}

} // namespace sojourn::output
