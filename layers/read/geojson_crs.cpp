// SPDX-License-Identifier: Apache-2.0
#include "layers/read/geojson_crs.hpp"

#include <cpl_vsi.h>
#include <ogr_spatialref.h>

#include <regex>

#include "layers/gdal/errors.hpp"
#include "layers/read/json_text.hpp"

namespace redline {
namespace {

constexpr vsi_l_offset END_BYTES = 65536;

std::string ends_of_file(std::string const& path) {
  auto* const file = VSIFOpenL(path.c_str(), "rb");
  if (file == nullptr) return {};
  auto const part = [&](vsi_l_offset from) {
    std::string out(END_BYTES, '\0');
    VSIFSeekL(file, from, SEEK_SET);
    out.resize(VSIFReadL(out.data(), 1, out.size(), file));
    return out;
  };
  VSIFSeekL(file, 0, SEEK_END);
  auto const size = VSIFTellL(file);
  auto out = part(0);
  if (size > END_BYTES) out += part(std::max(END_BYTES, size - std::min(size, END_BYTES)));
  VSIFCloseL(file);
  return out;
}

// From the opening brace to its own closing one.
std::string object_at(std::string const& text, std::size_t at) {
  int depth = 0;
  for (auto i = at; i < text.size(); ++i) {
    depth += text[i] == '{' ? 1 : text[i] == '}' ? -1 : 0;
    if (depth == 0) return text.substr(at, i + 1 - at);
  }
  return {};
}

bool is_understood(std::string const& name) {
  GdalErrors const quiet;
  OGRSpatialReference crs;
  char const* const options[] = {"ALLOW_NETWORK_ACCESS=NO", "ALLOW_FILE_ACCESS=NO", nullptr};
  return !name.empty() && crs.SetFromUserInput(name.c_str(), options) == OGRERR_NONE;
}

std::string name_of_crs(nlohmann::ordered_json const& crs) {
  auto const type = crs.value("type", "");
  auto const& properties = crs.at("properties");
  if (type == "EPSG" || type == "epsg") return "EPSG:" + std::to_string(properties.at("code").get<int>());
  return type == "name" ? properties.at("name").get<std::string>() : std::string();
}

}  // namespace

std::string unknown_geojson_crs(std::string const& path) {
  static std::regex const member("\"crs\"\\s*:\\s*(?=\\{)");
  auto const text = ends_of_file(path);
  std::smatch m;
  if (!std::regex_search(text, m, member)) return {};
  auto const object = object_at(text, static_cast<std::size_t>(m.position(0) + m.length(0)));
  try {
    auto const json = parse_json(object);
    if (!json || !json->contains("type")) return {};  // a value of a feature that is called so
    auto const name = name_of_crs(*json);
    if (is_understood(name)) return {};
    return name.empty() ? object : name;
  } catch (std::exception const&) {  // of another form
    return object;
  }
}

}  // namespace redline
